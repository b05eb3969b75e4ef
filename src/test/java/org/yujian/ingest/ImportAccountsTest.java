package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.followLine;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.auth.Scopes;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** For which account a document is. */
@QuarkusTest
class ImportAccountsTest extends DeskTest {

  private String writer(String... accounts) {
    return key(Set.of(Scopes.CONTENT_READ, Scopes.CONTENT_WRITE), accounts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "@yu-yuan-she-qu", "yu-yuan-she-qu", " yu-yuan-she-qu "})
  void theAccountCanBeAskedFor(String form) {
    String id = account("豫园社区");
    String other = followLine("别的账号") + simple("甲");
    JsonPath report =
        ok(upload(writer(), Upload.text(other).with("account", form.formatted(id))), 201);
    assertThat(report.getString("accountId")).isEqualTo(id);
    assertThat(report.getList("findings.code")).doesNotContain("account.created");
    assertThat(report.getList("followTargets.result")).containsExactly("created");
  }

  @Test
  void theFirstFollowLineChoosesTheAccount() {
    String id = account("豫园社区");
    account("别的账号");
    String text = followLine(" 豫园社区 ") + simple("甲") + followLine("别的账号");
    JsonPath report = ok(upload(writer(), Upload.text(text)), 201);
    assertThat(report.getString("accountId")).isEqualTo(id);
    assertThat(report.getList("followTargets.result")).containsExactly("linked", "linked");
  }

  @Test
  void anAdminsDocumentMakesItsAccountHiddenUntilItsFirstEdition() {
    JsonPath report = imported(Upload.text(document(simple("甲"))));
    String id = report.getString("accountId");
    assertThat(report.getList("findings.code")).contains("account.created");
    JsonPath made = deskRead("/v1/desk/accounts/" + id);
    assertThat(made.getString("state")).isEqualTo("hidden");
    assertThat(made.getString("handle")).isEqualTo("yu-yuan-she-qu");
    problem(anyone().get("/v1/accounts/" + id), 404, "account-not-found");
    problem(anyone().get("/v1/accounts/@yu-yuan-she-qu"), 404, "account-not-found");
    imported(Upload.text(document(simple("甲"))).publish());
    assertThat(read("/v1/accounts/@yu-yuan-she-qu").getString("id")).isEqualTo(id);
    assertThat(deskRead("/v1/desk/accounts/" + id).getString("state")).isEqualTo("open");
  }

  @Test
  void aSimilarNameIsReported() {
    account("豫园社区");
    JsonPath report = imported(Upload.text(followLine("豫园小区") + simple("甲")));
    assertThat(report.getList("findings.code")).contains("account.created", "account.similar-name");
    assertThat(report.getString("findings.find { it.code == 'account.similar-name' }.message"))
        .endsWith("豫园社区");
  }

  @Test
  void withoutAdminAnUnknownNameIsAskedForWithTheNearest() {
    account("豫园社区");
    account("完全不同的名称");
    String key = writer();
    String before = everyCount();
    JsonPath problem =
        problem(
            upload(key, Upload.text(followLine("豫园小区") + simple("甲"))), 422, "account-required");
    assertThat(problem.getString("named")).isEqualTo("豫园小区");
    assertThat(problem.getList("nearest.name")).containsExactly("豫园社区", "完全不同的名称");
    assertThat(problem.getList("nearest.handle").get(0)).isEqualTo("yu-yuan-she-qu");
    assertThat(everyCount()).isEqualTo(before);
  }

  @Test
  void anUnknownAccountIsAskedForWithTheNearest() {
    String id = account("豫园社区");
    JsonPath problem =
        problem(
            upload(Upload.text(simple("甲")).with("account", "yuyuanshequ")),
            422,
            "account-required");
    assertThat(problem.getList("nearest.id")).containsExactly(id);
  }

  @Test
  void aDocumentThatNamesNoAccountNeedsOne() {
    account("豫园社区");
    String before = everyCount();
    JsonPath problem = problem(upload(Upload.text(simple("甲"))), 422, "account-required");
    assertThat(problem.getList("nearest")).isEmpty();
    assertThat(everyCount()).isEqualTo(before);
  }

  @Test
  void anAccountOutOfReachIsLikeAnUnknownOne() {
    String mine = account("我的账号");
    String other = account("豫园社区");
    String key = writer(mine);
    String before = everyCount();
    problem(upload(key, Upload.text(document(simple("甲")))), 422, "account-required");
    problem(upload(key, Upload.text(simple("甲")).with("account", other)), 404, "account-not-found");
    problem(
        upload(key, Upload.text(simple("甲")).with("account", "nobody")), 404, "account-not-found");
    problem(upload(key, Upload.text(followLine("没有的账号") + simple("甲"))), 422, "account-required");
    assertThat(everyCount()).isEqualTo(before);
    ok(upload(key, Upload.text(document(simple("甲"))).with("account", mine)), 201);
  }

  @Test
  void aDocumentOfFollowLinesIsAReportWithoutArticles() {
    String text = followLine("豫园社区") + followLine("豫园街道");
    JsonPath report = imported(Upload.text(text));
    assertThat(report.getString("accountId")).isNull();
    assertThat(report.getString("result")).isEqualTo("unchanged");
    assertThat(report.getList("articles")).isEmpty();
    assertThat(report.getList("followTargets.result")).containsExactly("created", "created");
    assertThat(report.getList("findings.code")).contains("document.no-article");
    assertThat(deskRead("/v1/desk/imports/" + report.getString("id")).getMap(""))
        .isEqualTo(report.getMap(""));
    String mine = account("我的账号");
    problem(upload(writer(mine), Upload.text(text)), 422, "account-required");
    JsonPath again = ok(upload(writer(mine), Upload.text(text).with("account", mine)), 201);
    assertThat(again.getString("accountId")).isEqualTo(mine);
    assertThat(again.getList("followTargets.result")).containsExactly("existing", "existing");
  }

  @Test
  void aNameThatGivesNoHandleNeedsAnAccountMadeByHand() {
    String before = everyCount();
    problem(upload(Upload.text(followLine("☆☆☆") + simple("甲"))), 422, "account-handle-required");
    assertThat(everyCount()).isEqualTo(before);
  }

  @Test
  void importsAreListedWithinTheKeysAccounts() {
    String mine = account("我的账号");
    JsonPath first = imported(Upload.text(document(simple("甲"))));
    JsonPath second = imported(Upload.text(simple("甲")).with("account", mine));
    JsonPath third = imported(Upload.text(followLine("谁")));
    assertThat(deskRead("/v1/desk/imports").getList("items.id"))
        .containsExactly(third.getString("id"), second.getString("id"), first.getString("id"));
    assertThat(deskRead("/v1/desk/imports?account=" + mine).getList("items.id"))
        .containsExactly(second.getString("id"));
    String key = writer(mine);
    assertThat(ok(desk(key).get("/v1/desk/imports"), 200).getList("items.id"))
        .containsExactly(second.getString("id"));
    String path = "/v1/desk/imports/";
    problem(desk(key).get(path + first.getString("id")), 404, "import-not-found");
    problem(desk(key).get(path + third.getString("id")), 404, "import-not-found");
    problem(desk().get(path + mine), 404, "import-not-found");
  }
}
