package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.yujian.change.LogFilter;
import org.yujian.change.SyncToken;
import org.yujian.feed.ArticleFilter;

/**
 * The reads of the scale section, each at its first page and at its page 10,000 (or the last one):
 * read, place, and the requests. The places of one page differ by less than an article, so that
 * memory does not know them.
 */
final class ScaleReads {
  private static final long PAGE_10_000 = 10_000L * 20 - 20;
  private static final int FOLLOWS = 300;

  private final Scale scale;
  private final Database database;
  private final Server server;
  private final Map<String, Map<Long, IntFunction<HttpRequest>>> all = new LinkedHashMap<>();

  ScaleReads(Scale scale, Database database, Server server) {
    this.scale = scale;
    this.database = database;
    this.server = server;
  }

  Map<String, Map<Long, IntFunction<HttpRequest>>> all()
      throws IOException, InterruptedException, SQLException {
    String account =
        database.text(
            "select account_id from article_tag group by 1 order by count(*) desc limit 1");
    String tag =
        database.text(
            "select slug from tag join article_tag t on t.tag_id = tag.id group by 1 order by"
                + " count(*) desc limit 1");
    list("list", null, null, "from article a where state = 'published'");
    list(
        "tag list, largest",
        null,
        tag,
        String.format(
            Locale.ROOT, "from article a where state = 'published' and tags @> array['%s']", tag));
    list(
        "account list, largest",
        account,
        null,
        String.format(
            Locale.ROOT,
            "from article a where state = 'published' and account_id = '%s'",
            account));
    list(
        "account + tag list",
        account,
        tag,
        String.format(
            Locale.ROOT,
            "from article a where state = 'published' and account_id = '%s' and tags @>"
                + " array['%s']",
            account,
            tag));
    details();
    sync();
    home();
    return all;
  }

  private void list(String name, String account, String tag, String rows)
      throws SQLException, IOException {
    String filters = new ArticleFilter(account, tag, null).toString();
    String given =
        (account == null ? "" : "account=" + account + "&")
            + (tag == null ? "" : "tag=" + tag + "&");
    pages(
        name,
        rows,
        place -> Requests.LIST + "?" + given + "cursor=" + Requests.cursor(filters, place),
        null);
  }

  private interface Address {
    String at(long place);
  }

  private void pages(String name, String rows, Address address, String token)
      throws SQLException, IOException {
    long count = database.number("select count(*) " + rows);
    Map<Long, IntFunction<HttpRequest>> places = new LinkedHashMap<>();
    for (long before : List.of(0L, Math.max(0, Math.min(PAGE_10_000, count - 21)))) {
      long order =
          database.number(
              String.format(
                  Locale.ROOT,
                  "select feed_order %s order by 1 desc offset %d limit 1",
                  rows,
                  before));
      // Just above the article: of microseconds only each eighth number is somebody's at position
      // 8.
      places.put(before, i -> get(address.at(order + 1 + i * 1_000L), token));
    }
    all.put(name, places);
  }

  private HttpRequest get(String path, String token) {
    HttpRequest.Builder request = Scale.request(server, path);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private void details() throws SQLException, IOException {
    List<String> ids =
        database
            .rows(
                "select id from article where state = 'published' order by md5(id::text) limit 100")
            .stream()
            .map(row -> row.get(0))
            .toList();
    all.put("detail", Map.of(0L, i -> get(Requests.LIST + "/" + ids.get(i) + "?cold=" + i, null)));
  }

  /** Twenty changes from a token on: near the newest, and far from it. */
  private void sync() throws IOException, InterruptedException, SQLException {
    JsonNode page = read(get("/v1/sync?since=now", null));
    String filters = LogFilter.ALL.text();
    long epoch = SyncToken.decode(page.path("token").textValue(), filters).epoch();
    long newest = database.number("select max(seq) from change");
    Map<Long, IntFunction<HttpRequest>> places = new LinkedHashMap<>();
    for (long before : List.of(100L, Math.min(PAGE_10_000, newest - 1_000))) {
      places.put(
          before,
          i -> {
            long seq = newest - before + i;
            return get(
                "/v1/sync?limit=20&since="
                    + new SyncToken(epoch, seq, seq, nonce(seq)).encode(filters),
                null);
          });
    }
    all.put("sync delta of 20", places);
  }

  private long nonce(long seq) {
    try {
      return database.number("select nonce from change where seq = " + seq);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void home() throws IOException, InterruptedException, SQLException {
    JsonNode device =
        read(
            Scale.request(server, "/v1/devices")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    String reader = device.path("readerId").textValue();
    database.run(
        String.format(
            Locale.ROOT,
            """
            insert into follow (reader_key, account_id, follower_id, active, followed_at, followed_seq,
                counted_from, seq)
              select (select key from reader where id = '%s'), id, gen_random_uuid(), true, now(),
                row_number() over (), 0, 1
              from (select id from account where state = 'open' order by md5(id::text) limit %d) a
            """,
            reader,
            FOLLOWS),
        "vacuum analyze follow");
    String filters = "home " + UUID.fromString(reader) + " ";
    pages(
        String.format(Locale.ROOT, "home feed, %d follows", FOLLOWS),
        String.format(
            Locale.ROOT,
            """
            from article a where state = 'published' and account_id in (select account_id from follow
              where reader_key = (select key from reader where id = '%s'))
            """,
            reader),
        place -> "/v1/me/feed?cursor=" + Requests.cursor(filters, place),
        device.path("accessToken").textValue());
  }

  private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(scale.send(request));
  }
}
