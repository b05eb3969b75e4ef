package org.yujian.account;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * What the desk may change of an account.
 *
 * @param name name as readers see it
 * @param intro a few sentences about the account
 * @param registration the 备案 text that the law wants shown
 */
@Schema(name = "AccountSettings")
public record AccountSettings(
    @NotBlank @PlainLine @Schema(maxLength = 64) @Characters(max = 64) String name,
    @Schema(maxLength = 500) @Characters(max = 500) String intro,
    @Schema(maxLength = 200) @Characters(max = 200) String registration) {

  /** Names differ by what is seen. */
  public AccountSettings {
    name = name == null ? null : NameKeys.clean(name);
  }

  static AccountSettings of(Account account) {
    return new AccountSettings(account.name, account.intro, account.registration);
  }
}
