package rival;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows as records, in the order of the columns in {@link Sql}; Jackson writes them as they are. */
public interface Row<T> {
  T of(ResultSet r) throws SQLException;

  record Article(UUID id, int rev, long version, UUID accountId, UUID editionId, int position,
      String kicker, String title, String subtitle, String digest, String source, String author,
      OffsetDateTime publishedAt, OffsetDateTime updatedAt, String[] flags, String[] tags,
      int characters, int readSeconds) {}

  record Account(UUID id, long version, String handle, String name, String intro) {}

  record Tag(String slug, String name, long version) {}

  record Correction(
      @JsonProperty("class") String reason, String note, OffsetDateTime at, int rev) {}

  record Target(UUID id, long version, String name, String kind, UUID accountId, Map<?, ?> qr) {}

  record Neighbour(UUID id, int position, String title) {}

  record Detail(@JsonUnwrapped Article article, String html, String canonicalSha256,
      List<Correction> corrections, List<Target> followTargets, Neighbour previous, Neighbour next) {
    Detail with(List<Correction> corrections, List<Target> targets, Neighbour before, Neighbour after) {
      return new Detail(article, html, canonicalSha256, corrections, targets, before, after);
    }
  }

  static <T> List<T> query(Connection c, String sql, Row<T> row, Object value) throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      statement.setObject(1, value);
      List<T> rows = new ArrayList<>();
      for (ResultSet r = statement.executeQuery(); r.next(); ) {
        rows.add(row.of(r));
      }
      return rows;
    }
  }

  static Article article(ResultSet r) throws SQLException {
    return new Article(uuid(r, 1), r.getInt(2), r.getLong(3), uuid(r, 4), uuid(r, 5), r.getInt(6),
        r.getString(7), r.getString(8), r.getString(9), r.getString(10), r.getString(11),
        r.getString(12), time(r, 13), time(r, 14), (String[]) r.getArray(15).getArray(),
        (String[]) r.getArray(16).getArray(), r.getInt(17), r.getInt(18));
  }

  static Detail detail(ResultSet r) throws SQLException {
    return new Detail(article(r), r.getString(19), r.getString(20), null, null, null, null);
  }

  static Account account(ResultSet r) throws SQLException {
    return new Account(uuid(r, 1), r.getLong(2), r.getString(3), r.getString(4), r.getString(5));
  }

  static Tag tag(ResultSet r) throws SQLException {
    return new Tag(r.getString(1), r.getString(2), r.getLong(3));
  }

  static Correction correction(ResultSet r) throws SQLException {
    return new Correction(r.getString(1), r.getString(2), time(r, 3), r.getInt(4));
  }

  static Target target(ResultSet r) throws SQLException {
    String qr = "/v1/follow-targets/" + r.getString(1) + "/qr.";
    return new Target(uuid(r, 1), r.getLong(2), r.getString(3), "account", uuid(r, 4),
        Map.of("svg", qr + "svg", "png", qr + "png"));
  }

  static Neighbour neighbour(ResultSet r) throws SQLException {
    return new Neighbour(uuid(r, 1), r.getInt(2), r.getString(3));
  }

  static UUID uuid(ResultSet r, int column) throws SQLException {
    return r.getObject(column, UUID.class);
  }

  static OffsetDateTime time(ResultSet r, int column) throws SQLException {
    return r.getObject(column, OffsetDateTime.class);
  }
}
