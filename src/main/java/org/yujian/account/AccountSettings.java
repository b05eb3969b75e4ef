package org.yujian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the desk may change of an account.
 *
 * @param name as readers see it
 * @param intro a few sentences about it
 * @param registration the 备案 text that the law wants shown
 */
@Schema(name = "AccountSettings")
public record AccountSettings(
    @NotBlank @Size(max = 64) String name,
    @Size(max = 500) String intro,
    @Size(max = 200) String registration) {

  static AccountSettings of(Account account) {
    return new AccountSettings(account.name, account.intro, account.registration);
  }
}
