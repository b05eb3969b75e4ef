package org.yujian.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Picture;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlRow;

/**
 * An account in public responses. It has no counts and no date of the newest article, which would
 * change its bytes with each publication.
 *
 * @param id identifies the account
 * @param version rises with every public change; keep the higher one
 * @param handle short name in URLs, after {@code @}; never changes
 * @param name name as readers see it
 * @param avatar picture of the account
 * @param intro a few sentences about the account
 * @param registration registration text (备案) that the law requires to be shown
 */
@Schema(name = "Account")
public record AccountView(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull String handle,
    @NotNull String name,
    Picture avatar,
    String intro,
    String registration,
    @JsonIgnore String sortKey) {
  /** Order of the account list. Keys are ASCII, so this equals PostgreSQL's collation "C". */
  static final Comparator<AccountView> IN_LIST_ORDER =
      Comparator.comparing(AccountView::sortKey).thenComparing(view -> view.id().toString());

  static final String SELECT =
      """
      select a.id, a.version, a.handle, a.name, a.avatar, a.intro, a.registration, a.sort_key
      from account a
      """;

  static AccountView of(SqlRow row) throws SQLException {
    return new AccountView(
        row.uuid(1),
        row.number(2),
        row.text(3),
        row.text(4),
        row.json(5, Picture.class),
        row.text(6),
        row.text(7),
        row.text(8));
  }

  static AccountView of(Account account) {
    return new AccountView(
        account.id,
        account.version,
        account.handle,
        account.name,
        account.avatar,
        account.intro,
        account.registration,
        account.sortKey);
  }

  /** Path of the account's open feed below {@code /feeds/}, without the ending of a format. */
  public String feed() {
    return "accounts/" + handle;
  }

  PageKey key() {
    return PageKey.named(sortKey, id);
  }
}
