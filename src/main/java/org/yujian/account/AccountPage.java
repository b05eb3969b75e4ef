package org.yujian.account;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.Linked;

/**
 * A page of accounts.
 *
 * @param items accounts of this page
 * @param next cursor of the next page; absent on the last page
 * @param prev cursor of the page before this one; on the first page it finds what is new since
 */
@Schema(name = "AccountPage")
public record AccountPage(@NotNull List<AccountView> items, String next, @NotNull String prev)
    implements Linked {

  static AccountPage of(ItemPage<AccountView> page) {
    return new AccountPage(page.items(), page.next(), page.prev());
  }
}
