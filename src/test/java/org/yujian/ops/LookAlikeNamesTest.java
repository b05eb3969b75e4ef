package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.LogLines;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** Names that differ by what nobody sees: refused when new, renewed or listed when old. */
@QuarkusTest
class LookAlikeNamesTest extends DeskTest {
  private static final String PLAIN = "豫园社区";
  private static final String HIDDEN_INSIDE = "豫园\u200B社区";

  @Inject NameKeyRenewal renewal;
  @Inject NamesCommand command;

  private Response create(String path, String name) {
    return desk().body(Map.of("name", name)).post(path);
  }

  private Response patch(String path, Map<String, Object> change) {
    return desk()
        .contentType("application/merge-patch+json; charset=UTF-8")
        .header("If-Match", desk().get(path).header("ETag"))
        .body(change)
        .patch(path);
  }

  /** An account as a release before 0.6 would have stored it. */
  private String oldAccount(String handle, String name) {
    String body =
        String.format(Locale.ROOT, "{\"name\": \"%s\", \"handle\": \"%s\"}", handle, handle);
    String id = ok(desk().body(body).post("/v1/desk/accounts"), 201).getString("id");
    tables()
        .runLogged(
            String.format(
                Locale.ROOT,
                """
            update follow_target set name = '%1$s', name_key = '%1$s', version = version + 1
              where account_id = '%2$s';
            update account set name = '%1$s', name_key = '%1$s', version = version + 1
              where id = '%2$s'
            """,
                name,
                id));
    return id;
  }

  private List<String> keys(String table) {
    return tables().texts("select name_key from " + table + " order by id");
  }

  private String listed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(command.run(List.of())).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/desk/accounts,account-name-taken",
    "/v1/desk/follow-targets,follow-target-name-taken",
    "/v1/desk/tags,tag-name-taken"
  })
  void aNameThatLooksTheSameIsTaken(String path, String code) {
    ok(create(path, PLAIN), 201);
    for (String name : List.of(HIDDEN_INSIDE, "豫\u3164园社区", "豫园社\uFE0F区", "豫园\uDB40\uDC41社区")) {
      problem(create(path, name), 409, code);
    }
    assertThat(ok(create(path, "豫园\u200B社"), 201).getString("name")).isEqualTo("豫园\u200B社");
    problem(create(path, "豫园社"), 409, code);
  }

  @ParameterizedTest
  @CsvSource({"/v1/desk/accounts", "/v1/desk/follow-targets", "/v1/desk/tags"})
  void aNameThatCannotBeSeenIsRefusedAsABlankOne(String path) {
    for (String name : List.of(" ", "\u200B", "\u3164", "\uFE0F \u3164")) {
      JsonPath problem = problem(create(path, name), 422, "invalid-body");
      assertThat(problem.getString("errors[0].pointer")).isEqualTo("/name");
      assertThat(problem.getString("errors[0].code")).isEqualTo("blank");
    }
  }

  @Test
  void aFollowLineWithSomethingUnseenInsideLinksToTheAccount() {
    String account = account(PLAIN);
    String line = "扫描二维码 关注“%s”\n\n# 甲\n\n正文。\n";
    JsonPath report = imported(Upload.text(String.format(Locale.ROOT, line, HIDDEN_INSIDE)));
    assertThat(report.getString("accountId")).isEqualTo(account);
    assertThat(report.getList("followTargets.result")).containsExactly("linked");
    assertThat(count("account")).isEqualTo(1);
    assertThat(count("follow_target")).isEqualTo(1);
    // A name that cannot be seen names nobody.
    JsonPath none =
        imported(
            Upload.text(String.format(Locale.ROOT, line, "\u3164\u200B")).with("account", account));
    assertThat(none.getList("followTargets")).isEmpty();
  }

  @Test
  void oldKeysAreRenewedAtTheStartAndNothingElseChanges() {
    String account = oldAccount("a", HIDDEN_INSIDE);
    String version = desk().get("/v1/desk/accounts/" + account).header("ETag");
    tag("x");
    tables()
        .runLogged(
            """
            update tag set name = '标\u00AD签', name_key = '标\u00AD签', version = version + 1;
            insert into follower_tag (id, account_id, name, name_key, version, created_at, updated_at)
              select gen_random_uuid(), id, '老\u2060友', '老\u2060友', 1, now(), now() from account
            """);
    long logged = count("change");
    // Several nodes at once.
    Together.run(
        4,
        node ->
            () -> {
              renewal.onStart(new StartupEvent());
              return node;
            });
    assertThat(keys("account")).containsExactly(PLAIN);
    assertThat(keys("follow_target")).containsExactly(PLAIN);
    assertThat(keys("tag")).containsExactly("标签");
    assertThat(keys("follower_tag")).containsExactly("老友");
    assertThat(count("change")).isEqualTo(logged);
    assertThat(desk().get("/v1/desk/accounts/" + account).header("ETag")).isEqualTo(version);
    assertThat(read("/v1/accounts/@a").getString("name")).isEqualTo(HIDDEN_INSIDE);
    problem(create("/v1/desk/accounts", PLAIN), 409, "account-name-taken");
    assertThat(listed()).isEqualToIgnoringNewLines("No name looks the same as another one.");
  }

  @Test
  void whatLooksTheSameKeepsItsKeyAndIsListed() {
    String first = oldAccount("a", HIDDEN_INSIDE);
    oldAccount("b", "豫园\u2060社区");
    String closed = oldAccount("c", "豫园\u00AD社区");
    String etag = desk().get("/v1/desk/accounts/" + closed).header("ETag");
    ok(
        desk().header("If-Match", etag).body("{}").post("/v1/desk/accounts/" + closed + "/close"),
        200);
    oldAccount("d", "\u3164");
    List<String> logged = LogLines.during(() -> renewal.onStart(new StartupEvent()));
    // The oldest has the key. A closed account is in nobody's way.
    assertThat(keys("account")).containsExactly(PLAIN, "豫园\u2060社区", PLAIN, "\u3164");
    assertThat(logged.stream().filter(line -> line.startsWith("WARN")))
        .singleElement()
        .asString()
        .contains("2", "java @target/yujian names");
    assertThat(listed())
        .isEqualToIgnoringNewLines(
            """
            Each of these can be mistaken for another one until it is renamed:
              account @b "豫园<U+2060>社区" looks like @a "豫园<U+200B>社区"
              account @d "<U+3164>" has no visible character
            """);
    // Its other settings can be changed, and a new name must be another one.
    String path = "/v1/desk/accounts/@b";
    ok(patch(path, Map.of("intro", "街道")), 200);
    problem(patch(path, Map.of("name", PLAIN)), 409, "account-name-taken");
    assertThat(keys("account").get(1)).isEqualTo("豫园\u2060社区");
    ok(patch(path, Map.of("name", "豫园街道")), 200);
    ok(patch("/v1/desk/accounts/" + first, Map.of("name", PLAIN)), 200);
    assertThat(listed()).doesNotContain("@b").contains("@d");
  }

  @Test
  void tagsAndTargetsThatLookTheSameKeepTheirKeysAndCanBeChanged() {
    tag("a");
    tag("b");
    String target = ok(create("/v1/desk/follow-targets", "甲"), 201).getString("id");
    String other = ok(create("/v1/desk/follow-targets", "乙"), 201).getString("id");
    tables()
        .runLogged(
            """
            update tag set name = '标签', name_key = '标签', version = 2 where slug = 'a';
            update tag set name = '标\u200B签', name_key = '标\u200B签', version = 2 where slug = 'b';
            update follow_target set name = '甲\u200B', name_key = '甲\u200B', version = 2
              where id = '%s'
            """
                .replace("甲\u200B", "甲\u3164")
                .replace("%s", other));
    renewal.renewNames();
    assertThat(keys("tag")).containsExactly("标签", "标\u200B签");
    assertThat(listed())
        .contains("tag b \"标<U+200B>签\" looks like a \"标签\"")
        .contains("follow target " + other + " \"甲<U+3164>\" looks like " + target + " \"甲\"");
    ok(patch("/v1/desk/tags/b", Map.of("name", "标\u200B签")), 200);
    ok(patch("/v1/desk/follow-targets/" + other, Map.of("url", "https://example.org")), 200);
    problem(patch("/v1/desk/tags/b", Map.of("name", "标\u2060签")), 409, "tag-name-taken");
    assertThat(keys("tag")).containsExactly("标签", "标\u200B签");
    assertThat(keys("follow_target")).containsExactly("甲", "甲\u3164");
  }

  @Test
  void anArticleOfAnOldTitleKeyIsFoundAgain() {
    String account = account(PLAIN);
    String text = "# 通\u200B知\n\n%s\n";
    JsonPath first =
        imported(Upload.text(String.format(Locale.ROOT, text, "正文。")).with("account", account));
    tables()
        .run(
            "update article_draft set title_key = '通\u200B知'; update article set title_key = '通\u200B知'");
    renewal.renewTitles();
    assertThat(tables().texts("select title_key from article_draft")).containsExactly("通知");
    assertThat(tables().texts("select title_key from article")).containsExactly("通知");
    JsonPath again =
        imported(Upload.text(String.format(Locale.ROOT, text, "别的正文。")).with("account", account));
    assertThat(again.getString("articles[0].result")).isEqualTo("updated");
    assertThat(again.getString("articles[0].articleId"))
        .isEqualTo(first.getString("articles[0].articleId"));
  }
}
