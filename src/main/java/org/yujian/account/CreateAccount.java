package org.yujian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * A new account.
 *
 * @param handle short name in URLs, never changed later; made from the pinyin of the name when
 *     absent
 * @param name name as readers see it
 * @param intro a few sentences about the account
 * @param registration registration text (备案) that the law requires to be shown
 */
@Schema(name = "CreateAccount")
public record CreateAccount(
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}") String handle,
    @NotBlank @PlainLine @Schema(maxLength = 64) @Characters(max = 64) String name,
    @Schema(maxLength = 500) @Characters(max = 500) String intro,
    @Schema(maxLength = 200) @Characters(max = 200) String registration) {

  public CreateAccount {
    name = name == null ? null : NameKeys.clean(name);
  }

  AccountSettings settings() {
    return new AccountSettings(name, intro, registration, null, null);
  }
}
