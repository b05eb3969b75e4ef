package org.yujian.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.testing.Together.accepted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** Scans in the app: what they answer, follow and leave for the reports. */
@QuarkusTest
class ScanResourceTest extends DeskTest {
  private static final String OUTCOMES =
      "select outcome, count(*), count(*) filter (where first_of_day), count(distinct reader_key)"
          + " from scan group by 1 order by 1";

  @Inject DatabaseClock clock;

  private String account;

  @BeforeEach
  void publish() {
    account =
        imported(Upload.text("扫描二维码关注“甲社区”\n\n# 甲\n\n正文。\n").publish()).getString("accountId");
    tables()
        .run(
            """
            insert into placement (id, follow_target_id, label, scene, code, created_at)
            select gen_random_uuid(), id, '北门海报', 'north', 'code-north', now()
            from follow_target
            """);
    tables().run("update placement set code = 'code-default' where scene = 'default'");
  }

  @AfterEach
  void restoreClock() {
    clock.stepTo(Duration.ZERO);
  }

  static Response scan(Phone phone, String code) {
    return phone.request().body(Map.of("code", code)).post("/v1/me/scans");
  }

  private List<String> origin(Phone phone) {
    return tables()
        .rows(
            """
            select f.scene, p.scene from follow f join reader r on r.key = f.reader_key
              left join placement p on p.id = f.placement_id
            where f.active and r.id = cast(? as uuid)
            """,
            phone.reader())
        .get(0);
  }

  private long followers() {
    return read("/v1/accounts/counts?ids=" + account).getLong("items[0].followers");
  }

  @Test
  void aScanFollowsAndTheFollowKeepsItsOrigin() {
    Phone phone = Phone.signUp();
    JsonPath first = ok(scan(phone, "code-north"), 200);
    assertThat(first.getString("outcome")).isEqualTo("new-follow");
    assertThat(first.getString("account.id")).isEqualTo(account);
    assertThat(first.getString("followTarget.accountId")).isEqualTo(account);
    assertThat(first.getString("scene")).isEqualTo("north");
    JsonPath again = ok(scan(phone, "https://feed.example.org/f/code-default?x=1"), 200);
    assertThat(again.getString("outcome")).isEqualTo("already-following");
    assertThat(again.getString("scene")).isEqualTo("default");
    assertThat(origin(phone)).containsExactly("north", "north");
    assertThat(phone.read("/v1/me/follows").getString("items[0].scene")).isEqualTo("north");
    assertThat(followers()).isEqualTo(1);
  }

  @Test
  void aFollowAfterAnUnfollowHasAnOriginOfItsOwn() {
    Phone phone = Phone.signUp();
    ok(scan(phone, "code-north"), 200);
    String path = "/v1/me/follows/" + account;
    phone.request().delete(path);
    ok(phone.request().put(path), 200);
    assertThat(origin(phone)).containsExactly(null, null);
    ok(scan(phone, "code-north"), 200);
    assertThat(origin(phone)).containsExactly(null, null);
    phone.request().delete(path);
    assertThat(ok(scan(phone, "code-default"), 200).getString("outcome")).isEqualTo("new-follow");
    assertThat(origin(phone)).containsExactly("default", "default");
    assertThat(tables().texts("select kind from follow_event order by id"))
        .containsExactly("follow", "unfollow", "follow", "unfollow", "follow");
  }

  @Test
  void whatCannotBeFollowedSaysWhyAndLeavesNothing() {
    Phone phone = Phone.signUp();
    problem(scan(phone, "nobody"), 404, "follow-code-not-found");
    problem(scan(phone, " "), 422, "invalid-body");
    problem(phone.request().body("{}").post("/v1/me/scans"), 422, "invalid-body");
    tables().run("update placement set ends_at = now() where code = 'code-north'");
    assertThat(problem(scan(phone, "code-north"), 410, "follow-code-ended").getString("detail"))
        .contains("甲社区");
    String etag = desk().get("/v1/desk/accounts/" + account).header("ETag");
    String close = "/v1/desk/accounts/" + account + "/close";
    ok(desk().header("If-Match", etag).body("{}").post(close), 200);
    problem(scan(phone, "code-default"), 410, "account-closed");
    assertThat(count("scan") + count("follow") + count("follow_event")).isZero();
  }

  @Test
  void whoFollowsTooManyIsToldSo() {
    Phone phone = Phone.signUp();
    FollowResourceTest.followTwoThousand(tables());
    problem(scan(phone, "code-north"), 409, "too-many-follows");
    assertThat(count("scan")).isZero();
    // What is followed already may be scanned.
    tables().run("update follow set account_id = '" + account + "' where followed_seq = 1");
    assertThat(ok(scan(phone, "code-north"), 200).getString("outcome"))
        .isEqualTo("already-following");
  }

  @Test
  void twoHundredWhoScanAtOnceAreAllCountedOnce() {
    List<Phone> phones = Together.run(200, number -> () -> Phone.signUp());
    List<String> outcomes =
        Together.run(
            200,
            number ->
                () -> {
                  Phone phone = phones.get(number);
                  return ok(accepted(() -> scan(phone, "code-north")), 200).getString("outcome");
                });
    assertThat(outcomes).containsOnly("new-follow");
    assertThat(followers()).isEqualTo(200);
    assertThat(tables().rows(OUTCOMES)).containsExactly(List.of("new-follow", "200", "200", "200"));
    // Half of them stand before another code, too.
    Together.run(
        100, number -> () -> ok(accepted(() -> scan(phones.get(number), "code-default")), 200));
    assertThat(followers()).isEqualTo(200);
    assertThat(tables().rows(OUTCOMES))
        .containsExactly(
            List.of("already-following", "100", "100", "100"),
            List.of("new-follow", "200", "200", "200"));
    assertThat(tables().texts("select distinct scene from follow")).containsExactly("north");
    assertThat(
            tables()
                .number(
                    """
                    select count(*) from follow f join placement p on p.id = f.placement_id
                      join follow_event e on e.placement_id = p.id and e.reader_key = f.reader_key
                      join scan s on s.placement_id = p.id and s.reader_key = f.reader_key
                    where p.scene = 'north' and e.kind = 'follow' and s.outcome = 'new-follow'
                    """))
        .isEqualTo(200);
  }

  @Test
  void whoScansFiftyTimesAtOnceFollowsOnce() {
    Phone phone = Phone.signUp();
    List<String> outcomes =
        Together.run(
            50,
            number ->
                () ->
                    ok(scan(phone, number % 2 == 0 ? "code-north" : "code-default"), 200)
                        .getString("outcome"));
    assertThat(Collections.frequency(outcomes, "new-follow")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "already-following")).isEqualTo(49);
    assertThat(followers()).isEqualTo(1);
    assertThat(tables().rows(OUTCOMES))
        .containsExactly(
            List.of("already-following", "49", "2", "1"), List.of("new-follow", "1", "1", "1"));
    String first =
        tables()
            .texts(
                "select p.scene from scan s join placement p on p.id = s.placement_id"
                    + " where s.outcome = 'new-follow'")
            .get(0);
    assertThat(origin(phone)).containsExactly(first, first);
  }

  @Test
  void aReaderCountsOnceOnEachDayOfTheTimeZone() {
    Phone phone = Phone.signUp();
    ok(scan(phone, "code-north"), 200);
    // From noon to noon, seen from Shanghai: 24 hours hold one midnight.
    for (int hours = 0; hours < 24; hours++) {
      clock.stepTo(untilNoonInShanghai().plusHours(hours));
      ok(scan(phone.refresh(), "code-north"), 200);
    }
    assertThat(
            tables()
                .rows(
                    """
                    select (at at time zone 'Asia/Shanghai')::date, count(*) > 5,
                      count(*) filter (where first_of_day)
                    from scan where outcome = 'already-following' group by 1 order by 1
                    """))
        .hasSize(2)
        .allSatisfy(day -> assertThat(day.subList(1, 3)).containsExactly("t", "1"));
  }

  private Duration untilNoonInShanghai() {
    return Duration.ofSeconds(
        tables()
            .number(
                """
                select ceil(extract(epoch from ((now() at time zone 'Asia/Shanghai')::date + 1)
                  + interval '12 hours' - (now() at time zone 'Asia/Shanghai')))::bigint
                """));
  }

  @Test
  void whoBecomeOneCountOnce() {
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    ok(scan(phone, "code-north"), 200);
    ok(scan(tablet, "code-north"), 200);
    ok(scan(tablet, "code-default"), 200);
    clock.stepTo(Duration.ofDays(2));
    ok(scan(tablet.refresh(), "code-north"), 200);
    ok(scan(phone.refresh(), "code-default"), 200);
    ok(tablet.join(phone.joinCode()), 200);
    assertThat(tables().rows(OUTCOMES))
        .containsExactly(
            List.of("already-following", "3", "3", "1"), List.of("new-follow", "2", "1", "1"));
    assertThat(followers()).isEqualTo(1);
    ok(scan(phone, "code-north"), 200);
    assertThat(tables().rows(OUTCOMES).get(0)).containsExactly("already-following", "4", "3", "1");
  }

  @Test
  void whoLeavesLeavesOnlyCounts() {
    Phone phone = Phone.signUp();
    ok(scan(phone, "code-north"), 200);
    ok(scan(phone, "code-north"), 200);
    assertThat(phone.request().delete("/v1/me").statusCode()).isEqualTo(204);
    assertThat(tables().rows(OUTCOMES))
        .containsExactly(
            List.of("already-following", "1", "1", "0"), List.of("new-follow", "1", "1", "0"));
    assertThat(followers()).isZero();
  }
}
