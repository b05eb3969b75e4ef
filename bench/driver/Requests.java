package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.yujian.feed.ArticleFilter;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.Direction;
import org.yujian.shared.page.PageKey;

/** The addresses that are asked for, and the requests as bytes. */
final class Requests {
  static final String LIST = "/v1/articles";
  private static final String ALL = new ArticleFilter(null, null, null).toString();

  private final List<String> ids;
  private final long oldest;
  private final long newest;

  Requests(Database database) throws SQLException, IOException {
    ids =
        database
            .rows("select id from article where state = 'published' order by md5(id::text)")
            .stream()
            .map(row -> row.get(0))
            .toList();
    // A page has at least 20 articles, also at the end of the list.
    oldest =
        database.number(
            "select feed_order from article where state = 'published' order by 1 offset 100 limit"
                + " 1");
    newest = database.number("select max(feed_order) from article where state = 'published'");
  }

  /**
   * A detail of the middle of the chance order; its body is neither the longest nor the shortest.
   */
  String hotDetail(Database database) throws SQLException, IOException {
    return LIST
        + "/"
        + database.text(
            """
            select a.id from article a where state = 'published' order by characters, id
            offset (select count(*) / 2 from article where state = 'published') limit 1
            """);
  }

  /** A page that nobody asked for before: from any place between the newest and the oldest. */
  String coldList(long number) {
    return LIST + "?cursor=" + cursor(ALL, coldPlace(number));
  }

  /** The feed order that a cold list begins at. */
  long coldPlace(long number) {
    return new SplittableRandom(number).nextLong(oldest, newest);
  }

  long oldest() {
    return oldest;
  }

  long newest() {
    return newest;
  }

  static String cursor(String filters, long place) {
    return new Cursor(Direction.DOWN, PageKey.feed(place)).encode(filters);
  }

  /** Another article each time; with a number that nobody reads, so that no address comes twice. */
  String coldDetail(long number) {
    return LIST + "/" + coldId(number) + "?cold=" + number;
  }

  String coldId(long number) {
    return ids.get((int) (number % ids.size()));
  }

  static byte[] get(String path, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
