package org.yujian.target;

import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.yujian.media.Picture;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlRow;

/** Follow target, and the code of its account's default placement. */
record FollowTargetRow(
    UUID id,
    long version,
    String name,
    UUID accountId,
    String url,
    Picture image,
    String code,
    String sortKey,
    UUID editionId,
    Integer position) {

  private static final String COLUMNS =
      """
      select t.id, t.version, t.name, t.account_id, t.url, t.image,
        (select p.code from placement p where p.follow_target_id = t.id and p.scene = 'default')
          as code,
        t.sort_key, %s
      from %s
      """;

  static final String SELECT =
      String.format(
          Locale.ROOT, COLUMNS, "null as edition_id, null as position", "follow_target t");

  static final String SHOWN =
      String.format(
          Locale.ROOT,
          COLUMNS,
          "s.edition_id, s.position",
          "edition_follow_target s join follow_target t on t.id = s.follow_target_id");

  static FollowTargetRow of(SqlRow row) throws SQLException {
    return of(row, null, null);
  }

  static FollowTargetRow ofShown(SqlRow row) throws SQLException {
    return of(row, row.uuid(9), row.integer(10));
  }

  private static FollowTargetRow of(SqlRow row, UUID edition, Integer position)
      throws SQLException {
    return new FollowTargetRow(
        row.uuid(1),
        row.number(2),
        row.text(3),
        row.uuid(4),
        row.text(5),
        row.json(6, Picture.class),
        row.text(7),
        row.text(8),
        edition,
        position);
  }

  PageKey key() {
    return PageKey.named(sortKey, id);
  }

  PageKey placeKey() {
    return PageKey.feed(-position);
  }
}
