package org.yujian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new account.
 *
 * @param handle its name in URLs, never changed later; made from the name's pinyin when missing
 */
@Schema(name = "CreateAccount")
public record CreateAccount(
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String handle,
    @NotBlank @Size(max = 64) String name,
    @Size(max = 500) String intro,
    @Size(max = 200) String registration) {

  AccountSettings settings() {
    return new AccountSettings(name, intro, registration);
  }
}
