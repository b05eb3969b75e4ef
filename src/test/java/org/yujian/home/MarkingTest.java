package org.yujian.home;

import static java.util.stream.Collectors.joining;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Upload;

/** Tests of devices that mark what they read. */
abstract class MarkingTest extends DeskTest {
  static final String STATES = "/v1/me/states";
  static final String UNREAD = "/v1/me/unread";
  static final String EARLY = "2026-03-04T08:00:00.000000Z";
  static final String LATE = "2026-03-04T09:00:00.000000Z";

  private int clientSeq;

  /** Publishes so many articles of an account; their ids, newest in feed order first. */
  final List<String> publish(String account, int articles) {
    String text =
        IntStream.range(0, articles)
            .mapToObj(i -> "# " + account + " " + System.nanoTime() + "\n\n正文。\n\n")
            .collect(joining("", "扫描二维码关注“" + account + "”\n\n", ""));
    return imported(Upload.text(text).publish()).getList("articles.articleId");
  }

  final String accountOf(String article) {
    return tables()
        .texts("select account_id from article where id = cast(? as uuid)", article)
        .get(0);
  }

  /** Something that was done: name, value, name, value… */
  final Map<String, Object> op(String article, String at, Object... what) {
    Map<String, Object> op = new LinkedHashMap<>();
    op.put("clientSeq", ++clientSeq);
    op.put("articleId", article);
    op.put("at", at);
    for (int i = 0; i < what.length; i += 2) {
      op.put((String) what[i], what[i + 1]);
    }
    return op;
  }

  static Map<String, Object> place(String block, int offset) {
    return Map.of("blockId", block, "offset", offset);
  }

  static Response send(Phone phone, List<?> ops) {
    return phone.request().body(Map.of("ops", ops)).post(STATES);
  }

  static JsonPath mark(Phone phone, Map<?, ?>... ops) {
    return ok(send(phone, List.of(ops)), 200);
  }

  final void read(Phone phone, List<String> articles) {
    List<Map<String, Object>> ops = new ArrayList<>();
    articles.forEach(article -> ops.add(op(article, EARLY, "read", true)));
    ok(send(phone, ops), 200);
  }

  static JsonPath marks(Phone phone, String... articles) {
    return phone.read(STATES + "?articleIds=" + String.join(",", articles));
  }

  static JsonPath follow(Phone phone, String account) {
    return ok(phone.request().put("/v1/me/follows/" + account), 200);
  }

  final void withdraw(String article) {
    String path = "/v1/desk/articles/" + article;
    act(path, "withdraw", "{\"class\": \"error\"}");
  }

  final void republish(String article) {
    act("/v1/desk/articles/" + article, "republish", "{}");
  }

  private void act(String path, String action, String body) {
    String etag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", etag).body(body).post(path + "/" + action), 200);
  }

  /** A number of the reader's changes that nobody sees. */
  final long seq(Phone phone) {
    return tables().number("select seq from reader where id = cast(? as uuid)", phone.reader());
  }

  /** Of an account in an answer. */
  static String unread(JsonPath counts, String account) {
    Map<String, Object> unread =
        counts.getMap("items.find { it.accountId == '" + account + "' }.unread");
    return unread == null ? null : unread.get("relation") + " " + unread.get("value");
  }
}
