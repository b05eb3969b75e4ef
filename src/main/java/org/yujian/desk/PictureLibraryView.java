package org.yujian.desk;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.account.DeskAccount;
import org.yujian.media.DeskPicturePage;

/**
 * A page of the media library.
 *
 * @param account the account that is shown; null for all
 * @param used whether only used or only unused pictures are shown; null for both
 * @param first whether it begins with the latest
 * @param accounts accounts to choose from
 * @param names names by id of the accounts that occur
 * @param writer whether the caller may add pictures
 */
record PictureLibraryView(
    UUID account,
    Boolean used,
    boolean first,
    DeskPicturePage pictures,
    List<DeskAccount> accounts,
    Map<UUID, String> names,
    boolean writer) {

  private static final String PATH = "/desk/pictures";

  public String all() {
    return address(null, null);
  }

  public String onlyUsed() {
    return address(true, null);
  }

  public String onlyUnused() {
    return address(false, null);
  }

  public String newest() {
    return address(used, null);
  }

  public String older() {
    return address(used, pictures.next());
  }

  private String address(Boolean shown, String cursor) {
    String query =
        Stream.of(part("account", account), part("used", shown), part("cursor", cursor))
            .flatMap(part -> part)
            .collect(joining("&"));
    return query.isEmpty() ? PATH : PATH + "?" + query;
  }

  private static Stream<String> part(String name, Object value) {
    return Stream.ofNullable(value).map(given -> name + "=" + given);
  }
}
