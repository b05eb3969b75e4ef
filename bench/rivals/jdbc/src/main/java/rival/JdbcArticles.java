package rival;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rival (b): what the program's list and detail say, by plain JDBC and Jackson, nothing else. */
@Path("/v1/articles")
public class JdbcArticles {
  @Inject AgroalDataSource database;

  @GET
  public Map<String, Object> list(@QueryParam("cursor") String cursor) throws SQLException {
    byte[] bytes = cursor == null ? null : Base64.getUrlDecoder().decode(cursor);
    // Eight bytes of a check sum, version, direction, kind; then the place.
    long place =
        bytes == null
            ? Long.MAX_VALUE
            : Long.parseLong(new String(bytes, 11, bytes.length - 11, StandardCharsets.UTF_8));
    try (Connection c = database.getConnection()) {
      List<Row.Article> found = Row.query(c, Sql.LIST, Row::article, place);
      List<Row.Article> items = found.subList(0, Math.min(20, found.size()));
      Object[] accounts = items.stream().map(Row.Article::accountId).distinct().toArray();
      Object[] tags = items.stream().flatMap(a -> Arrays.stream(a.tags())).distinct().toArray();
      return Map.of(
          "items",
          items,
          "next",
          found.size() > 20 ? cursor(items.get(19)) : "",
          "prev",
          items.isEmpty() ? "" : cursor(items.get(0)),
          "included",
          Map.of(
              "accounts",
              Row.query(c, Sql.ACCOUNTS, Row::account, c.createArrayOf("uuid", accounts)),
              "tags",
              Row.query(c, Sql.TAGS, Row::tag, c.createArrayOf("text", tags))));
    }
  }

  @GET
  @Path("{id}")
  public Row.Detail detail(@PathParam("id") UUID id) throws SQLException {
    try (Connection c = database.getConnection()) {
      Row.Detail found =
          Row.query(c, Sql.ARTICLE, Row::detail, id).stream()
              .findFirst()
              .orElseThrow(NotFoundException::new);
      UUID edition = found.article().editionId();
      List<Row.Neighbour> all = Row.query(c, Sql.SIBLINGS, Row::neighbour, edition);
      int at = all.stream().map(Row.Neighbour::id).toList().indexOf(id);
      return found.with(
          Row.query(c, Sql.CORRECTIONS, Row::correction, id),
          Row.query(c, Sql.TARGETS, Row::target, edition),
          at > 0 ? all.get(at - 1) : null,
          at + 1 < all.size() ? all.get(at + 1) : null);
    }
  }

  private static String cursor(Row.Article last) {
    long micros =
        last.publishedAt().toEpochSecond() * 1_000_000 + last.publishedAt().getNano() / 1000;
    String text = "........1df" + (micros * 8 + 8 - last.position());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
