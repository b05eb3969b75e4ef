package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Phone;
import org.yujian.testing.SyncedPhone;
import org.yujian.testing.Upload;

/** A device's copy of what its reader follows. */
@QuarkusTest
class ReaderSyncResourceTest extends DeskTest {
  private static final String SYNC = "/v1/me/sync";

  @Inject SessionFactory sessions;

  @TestHTTPResource("/")
  URI base;

  private String publish(String name, String... titles) {
    return publish(name, Upload.text(text(name, titles)));
  }

  private String publish(String name, Upload upload) {
    return imported(upload.publish()).getString("accountId");
  }

  private static String text(String name, String... titles) {
    StringBuilder text = new StringBuilder("扫描二维码关注“" + name + "”\n\n");
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n正文。\n\n");
    }
    return text.toString();
  }

  private SyncedPhone synced(Phone phone) {
    Client client = new Client(base, phone.accessToken());
    return new SyncedPhone(() -> client);
  }

  private static void follow(Phone phone, String account) {
    ok(phone.request().put("/v1/me/follows/" + account), 200);
  }

  private static void mute(Phone phone, String account) {
    ok(phone.request().body(Map.of("muted", true)).put("/v1/me/follows/" + account), 200);
  }

  private static void unfollow(Phone phone, String account) {
    assertThat(phone.request().delete("/v1/me/follows/" + account).statusCode()).isEqualTo(204);
  }

  /** So many more articles of an account, each an edition, older than all others. */
  private void archive(String account, int articles) {
    tables()
        .runLogged(
            """
            create temp table more on commit drop as
              select n, gen_random_uuid() edition, gen_random_uuid() article,
                timestamptz '2020-01-01' + n * interval '1 hour' as at
              from generate_series(1, %2$d) n;
            insert into edition (id, account_id, state, published_at, version, desk_version,
                created_at, created_by, updated_at)
              select edition, '%1$s', 'published', at, 1, 1, at, 'test', at from more;
            insert into article (id, account_id, edition_id, position, state, live_rev, version,
                title, published_at, live_at, feed_order, created_at)
              select article, '%1$s', edition, 1, 'published', 1, 1, 'alt ' || n, at, at,
                (extract(epoch from at) * 1000000)::bigint * 8 + 7, at from more
            """
                .formatted(account, articles));
  }

  private static List<String> kinds(JsonPath page) {
    List<String> ops = page.getList("changes.op");
    List<String> types = page.getList("changes.type");
    return java.util.stream.IntStream.range(0, ops.size())
        .mapToObj(i -> ops.get(i) + " " + types.get(i))
        .toList();
  }

  @Test
  void aFollowArrivesWithItsAccountItsArticlesAndWhatTheyMention() {
    String tag = tag("xiaofang");
    String account = publish("甲社区", Upload.text(text("甲社区", "一", "二")).with("tag", tag));
    publish("乙社区", "三");
    Phone phone = Phone.signUp();
    JsonPath empty = phone.read(SYNC);
    assertThat(empty.getList("changes")).isEmpty();
    assertThat(empty.getBoolean("hasMore")).isFalse();
    follow(phone, account);
    JsonPath page = phone.read(SYNC + "?since=" + empty.getString("token"));
    assertThat(kinds(page))
        .containsExactly(
            "upsert account",
            "upsert tag",
            "upsert followTarget",
            "upsert article",
            "upsert article",
            "upsert edition",
            "upsert follow");
    JsonPath all = phone.read(SYNC);
    assertThat(all.getList("changes")).isEqualTo(page.getList("changes"));
    assertThat(all.getString("changes[6].id")).isEqualTo(account);
    assertThat(all.getBoolean("changes[6].follow.muted")).isFalse();
  }
}
