package org.yujian.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.account.DeskAccount;
import org.yujian.media.DeskPicture;

/**
 * A page of the media library.
 *
 * @param account the account that is shown; null for all
 * @param used whether only used or only unused pictures are shown; null for both
 * @param accounts accounts to choose from
 * @param names names by id of the accounts that occur
 * @param writer whether the caller may add pictures
 */
record PictureLibraryView(
    UUID account,
    Boolean used,
    List<DeskPicture> pictures,
    PageLinks links,
    List<DeskAccount> accounts,
    Map<UUID, String> names,
    boolean writer) {

  static final String PATH = "/desk/pictures";

  public String all() {
    return address(null);
  }

  public String onlyUsed() {
    return address(true);
  }

  public String onlyUnused() {
    return address(false);
  }

  private String address(Boolean shown) {
    return PATH + PageLinks.query(filters(account, shown));
  }

  /** Query parameters that all pages of a list share. */
  static Map<String, Object> filters(UUID account, Boolean used) {
    Map<String, Object> filters = new LinkedHashMap<>();
    filters.put("account", account);
    filters.put("used", used);
    return filters;
  }
}
