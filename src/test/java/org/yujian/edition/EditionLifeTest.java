package org.yujian.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** For tests of what happens to editions and articles over HTTP, with the clock in hand. */
abstract class EditionLifeTest extends DeskTest {
  static final String EDITIONS = "/v1/desk/editions/";
  static final String ARTICLES = "/v1/desk/articles/";

  @Inject DatabaseClock clock;
  @Inject ScheduledPublisher scheduler;

  @AfterEach
  void resetClock() {
    clock.stepTo(Duration.ZERO);
  }

  /** The database's clock as the program sees it. */
  final Instant now() {
    return QuarkusTransaction.requiringNew().call(clock::now);
  }

  /** Lets time pass, as the database's clock tells it. */
  final void pass(Duration since) {
    clock.stepTo(since);
  }

  static Upload document(String account, String... titles) {
    StringBuilder text = new StringBuilder("扫描二维码关注“" + account + "”\n\n");
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n").append(title).append("的正文。\n\n");
    }
    return Upload.text(text.toString());
  }

  /** A draft edition of articles with these titles; gives its id. */
  final String draft(String... titles) {
    return edition(imported(document("豫园社区", titles)));
  }

  /** A live edition of articles with these titles; gives its id. */
  final String live(String... titles) {
    return edition(imported(document("豫园社区", titles).publish()));
  }

  static String edition(JsonPath report) {
    return report.getString("articles[0].editionId");
  }

  final String article(String edition, int index) {
    return deskRead(EDITIONS + edition).getString("articles[" + index + "].id");
  }

  final String etag(String path) {
    return desk().get(path).header("ETag");
  }

  /** A POST with the ETag that the resource has now. */
  final Response act(String resource, String action, Map<String, ?> body) {
    return act(resource, action, body, etag(resource));
  }

  final Response act(String resource, String action, Map<String, ?> body, String etag) {
    return desk().header("If-Match", etag).body(body).post(resource + "/" + action);
  }

  final Response patched(String article, Map<String, Object> patch) {
    return desk()
        .header("If-Match", etag(ARTICLES + article))
        .body(patch)
        .patch(ARTICLES + article);
  }

  final JsonPath schedule(String edition, Instant at) {
    return ok(act(EDITIONS + edition, "schedule", Map.of("at", at.toString())), 200);
  }

  final JsonPath publish(String edition) {
    return ok(act(EDITIONS + edition, "publish", Map.of()), 200);
  }

  final JsonPath withdraw(String path) {
    return ok(desk().body(Map.of("class", "error")).post(path + "/withdraw"), 200);
  }

  final long seq() {
    return tables().number("select coalesce(max(seq), 0) from change");
  }

  /** The log's rows since then, ids left out: type, version and parts. */
  final List<String> since(long seq) {
    return tables()
        .texts(
            "select concat_ws(' ', type, version, parts, tags) from change where seq > ?"
                + " order by seq",
            seq);
  }

  /** What the desk did, in order. */
  final List<String> audited() {
    return tables().texts("select concat_ws(' ', by_name, action) from audit order by id");
  }
}
