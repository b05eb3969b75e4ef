package org.yujian.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Together;

/** Followers at the desk: listing, tagging, blocking. */
@QuarkusTest
class FollowerResourceTest extends DeskTest {
  private String account;
  private String followers;
  private String tags;

  @BeforeEach
  void open() {
    account = account("甲社区");
    followers = "/v1/desk/accounts/" + account + "/followers";
    tags = "/v1/desk/accounts/" + account + "/follower-tags";
  }

  private Phone follower() {
    Phone phone = Phone.signUp();
    ok(FollowResourceTest.follow(phone, account), 200);
    return phone;
  }

  private String idOf(Phone phone) {
    return tables()
        .texts(
            """
            select f.follower_id from follow f join device d on d.reader_key = f.reader_key
            where d.id = cast(? as uuid) and f.account_id = cast(? as uuid)
            """,
            phone.device(),
            account)
        .get(0);
  }

  private String newTag(String name) {
    return ok(desk().body(Map.of("name", name)).post(tags), 201).getString("id");
  }

  private Response send(String path, Object... ids) {
    return desk().body(Map.of("followerIds", List.of(ids))).post(path);
  }

  private JsonPath tag(String tag, Object... ids) {
    return ok(send(tags + "/" + tag + "/tag", ids), 200);
  }

  @Test
  void followersAreListedPageByPageWithoutTheirReaders() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(0, idOf(follower()));
    }
    Collections.sort(ids, Collections.reverseOrder());
    JsonPath first = deskRead(followers + "?limit=3");
    assertThat(first.getList("items.followerId")).isEqualTo(ids.subList(0, 3));
    JsonPath second = deskRead(followers + "?limit=3&cursor=" + first.getString("next"));
    assertThat(second.getList("items.followerId")).isEqualTo(ids.subList(3, 5));
    assertThat(second.getString("next")).isNull();
    assertThat(first.getMap("items[0]").keySet())
        .containsExactlyInAnyOrder("followerId", "followedAt", "tags", "blocked");
    String readers = String.join(",", tables().texts("select id from reader"));
    assertThat(readers).doesNotContain(ids);
    problem(
        desk().get(followers + "?blocked=true&cursor=" + first.getString("next")),
        400,
        "invalid-cursor");
    assertThat(deskRead("/v1/desk/accounts/" + account("乙社区") + "/followers").getList("items"))
        .isEmpty();
    problem(desk().get("/v1/desk/accounts/@nobody/followers"), 404, "account-not-found");
  }

  @Test
  void oneReaderIsAnotherFollowerAtEachAccount() {
    Phone phone = follower();
    ok(FollowResourceTest.follow(phone, account("乙社区")), 200);
    assertThat(tables().texts("select distinct follower_id from follow")).hasSize(2);
  }

  @Test
  void tagsAreMadeRenamedAndDeleted() {
    JsonPath made = ok(desk().body(Map.of("name", " 志愿者 ")).post(tags), 201);
    assertThat(made.getString("name")).isEqualTo("志愿者");
    String path = tags + "/" + made.getString("id");
    problem(desk().body(Map.of("name", "志愿者")).post(tags), 409, "follower-tag-name-taken");
    problem(desk().body(Map.of("name", " ")).post(tags), 422, "invalid-body");
    problem(desk().body(Map.of("name", "长".repeat(33))).post(tags), 422, "invalid-body");
    newTag("党员");
    assertThat(deskRead(tags).getList("items.name")).containsExactly("党员", "志愿者");
    Map<String, String> rename = Map.of("name", "老志愿者");
    String etag = desk().get(path).header("ETag");
    problem(desk().body(rename).patch(path), 428, "precondition-required");
    JsonPath changed = ok(desk().header("If-Match", etag).body(rename).patch(path), 200);
    assertThat(changed.getInt("version")).isEqualTo(2);
    problem(desk().header("If-Match", etag).body(rename).patch(path), 412, "precondition-failed");
    problem(
        desk().header("If-Match", "\"v2\"").body(Map.of("name", "党员")).patch(path),
        409,
        "follower-tag-name-taken");
    // Tags of articles and of other accounts have nothing to do with them.
    tag("x");
    String other = "/v1/desk/accounts/" + account("乙社区") + "/follower-tags/";
    problem(desk().get(other + made.getString("id")), 404, "follower-tag-not-found");
    assertThat(desk().delete(path).statusCode()).isEqualTo(204);
    problem(desk().get(path), 404, "follower-tag-not-found");
  }

  @Test
  void anAccountHasAHundredTagsAlsoWhenMadeAtOnce() {
    tables()
        .run(
            String.format(
                Locale.ROOT,
                """
                insert into follower_tag (id, account_id, name, name_key, version, created_at, updated_at)
                select gen_random_uuid(), '%s', 'n' || n, 'n' || n, 1, now(), now()
                from generate_series(1, 97) n
                """,
                account));
    List<Integer> answers =
        Together.run(6, n -> () -> desk().body(Map.of("name", "同时" + n)).post(tags).statusCode());
    assertThat(answers).containsOnly(201, 409);
    assertThat(count("follower_tag")).isEqualTo(100);
    problem(desk().body(Map.of("name", "多")).post(tags), 409, "too-many-follower-tags");
  }

  @Test
  void manyFollowersAreTaggedAtOnceAndFoundByTheTag() {
    String volunteers = newTag("志愿者");
    String one = idOf(follower());
    String two = idOf(follower());
    String three = idOf(follower());
    UUID nobody = UUID.randomUUID();
    JsonPath answer = tag(volunteers, one, nobody, two, one);
    assertThat(answer.getList("items.followerId")).containsExactly(one, two);
    assertThat(answer.getList("items[0].tags")).containsExactly(volunteers);
    assertThat(answer.getList("unknown")).containsExactly(nobody.toString());
    tag(volunteers, one, three);
    assertThat(count("follower_tagging")).isEqualTo(3);
    assertThat(tables().rows("select 1 from audit where action = 'follower.tag'")).hasSize(3);
    String members = tags + "/" + newTag("党员") + "/tag";
    ok(send(members, two), 200);
    assertThat(deskRead(followers + "?tag=" + volunteers).getList("items")).hasSize(3);
    ok(send(tags + "/" + volunteers + "/untag", one, nobody), 200);
    JsonPath left = deskRead(followers + "?tag=" + volunteers);
    assertThat(left.getList("items.followerId")).containsExactlyInAnyOrder(two, three);
    assertThat(desk().delete(tags + "/" + volunteers).statusCode()).isEqualTo(204);
    assertThat(deskRead(followers + "?tag=" + volunteers).getList("items")).isEmpty();
    assertThat(count("follower_tagging")).isEqualTo(1);
    problem(send(members, Collections.nCopies(101, one).toArray()), 422, "invalid-body");
    problem(send(members), 422, "invalid-body");
    problem(send(tags + "/" + volunteers + "/tag", one), 404, "follower-tag-not-found");
  }

  @Test
  void aFollowerHasTwentyTagsAlsoWhenTaggedAtOnce() {
    String one = idOf(follower());
    String two = idOf(follower());
    List<String> made = IntStream.range(0, 24).mapToObj(n -> newTag("标签" + n)).toList();
    made.subList(0, 17).forEach(some -> tag(some, one));
    List<Integer> answers =
        Together.run(
            6, n -> () -> send(tags + "/" + made.get(17 + n) + "/tag", one, two).statusCode());
    assertThat(Collections.frequency(answers, 200)).isEqualTo(3);
    assertThat(Collections.frequency(answers, 409)).isEqualTo(3);
    JsonPath full =
        problem(send(tags + "/" + made.get(23) + "/tag", two, one), 409, "too-many-follower-tags");
    assertThat(full.getList("followerIds")).containsExactly(one);
    assertThat(count("follower_tagging")).isEqualTo(23);
    // What it has already may be given again.
    tag(made.get(0), one);
  }

  @Test
  void aBlockedFollowerStaysAndIsNotToldAlsoAfterComingAgain() {
    Phone phone = follower();
    String id = idOf(phone);
    follower();
    String before = phone.request().get("/v1/me/follows").asString();
    String seq = tables().texts("select seq from reader order by key limit 1").get(0);
    assertThat(ok(send(followers + "/block", id), 200).getList("items.blocked"))
        .containsExactly(true);
    assertThat(phone.request().get("/v1/me/follows").asString()).isEqualTo(before);
    assertThat(tables().texts("select seq from reader order by key limit 1")).containsExactly(seq);
    assertThat(deskRead(followers + "?blocked=true").getList("items.followerId"))
        .containsExactly(id);
    assertThat(deskRead(followers + "?blocked=false").getList("items")).hasSize(1);
    phone.request().delete("/v1/me/follows/" + account);
    assertThat(deskRead(followers + "?blocked=true").getList("items")).isEmpty();
    assertThat(ok(send(followers + "/unblock", id), 200).getList("unknown")).containsExactly(id);
    ok(FollowResourceTest.follow(phone, account), 200);
    assertThat(deskRead(followers + "?blocked=true").getList("items.followerId"))
        .containsExactly(id);
    ok(send(followers + "/unblock", id), 200);
    ok(send(followers + "/unblock", id), 200);
    assertThat(tables().texts("select action from audit where thing = 'follower' order by id"))
        .containsExactly("follower.block", "follower.unblock");
  }

  @Test
  void whoUnfollowsTakesTheTagsAlong() {
    Phone phone = follower();
    String volunteers = newTag("志愿者");
    tag(volunteers, idOf(phone));
    phone.request().delete("/v1/me/follows/" + account);
    assertThat(count("follower_tagging")).isZero();
    ok(FollowResourceTest.follow(phone, account), 200);
    assertThat(deskRead(followers).getList("items[0].tags")).isEmpty();
  }

  @Test
  void whoBecomeOneHaveTheTagsOfBothAndWhoLeavesNone() {
    Phone phone = follower();
    Phone tablet = follower();
    String volunteers = newTag("志愿者");
    String members = newTag("党员");
    tag(volunteers, idOf(phone), idOf(tablet));
    tag(members, idOf(tablet));
    ok(send(followers + "/block", idOf(tablet)), 200);
    ok(tablet.join(phone.joinCode()), 200);
    JsonPath list = deskRead(followers);
    assertThat(list.getList("items")).hasSize(1);
    assertThat(list.getList("items[0].tags")).containsExactlyInAnyOrder(volunteers, members);
    assertThat(list.getBoolean("items[0].blocked")).isTrue();
    assertThat(phone.request().delete("/v1/me").statusCode()).isEqualTo(204);
    assertThat(count("follower_tagging")).isZero();
    assertThat(deskRead(followers).getList("items")).isEmpty();
  }

  @Test
  void taggingWhileTheyComeAndGoEndsWell() {
    String volunteers = newTag("志愿者");
    List<Phone> phones = IntStream.range(0, 8).mapToObj(n -> follower()).toList();
    Object[] ids = phones.stream().map(this::idOf).toArray();
    Together.run(
        16,
        n ->
            () -> {
              if (n % 2 == 0) {
                return tag(volunteers, ids).getList("items").size();
              }
              Phone phone = phones.get(n / 2);
              assertThat(phone.request().delete("/v1/me/follows/" + account).statusCode())
                  .isEqualTo(204);
              return 0;
            });
    assertThat(count("follower_tagging")).isZero();
  }
}
