package org.yujian.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Picture;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.web.Characters;
import org.yujian.shared.web.PlainLine;

/**
 * The settings of an account that the desk may change.
 *
 * @param name name as readers see it
 * @param intro a few sentences about the account
 * @param registration registration text (备案) that the law requires to be shown
 * @param avatar a picture of the account, named by its {@code url}
 * @param review review that content has to pass before it goes live; none when absent
 */
@Schema(name = "AccountSettings")
public record AccountSettings(
    @NotBlank @PlainLine @Schema(maxLength = 64) @Characters(max = 64) String name,
    @Schema(maxLength = 500) @Characters(max = 500) String intro,
    @Schema(maxLength = 200) @Characters(max = 200) String registration,
    Picture avatar,
    @Valid ReviewSettings review) {

  public AccountSettings {
    name = name == null ? null : NameKeys.clean(name);
  }

  static AccountSettings of(Account account) {
    return new AccountSettings(
        account.name, account.intro, account.registration, account.avatar, account.review);
  }

  public AccountSettings withIntro(String other) {
    return new AccountSettings(name, other, registration, avatar, review);
  }

  AccountSettings withAvatar(Picture other) {
    return new AccountSettings(name, intro, registration, other, review);
  }
}
