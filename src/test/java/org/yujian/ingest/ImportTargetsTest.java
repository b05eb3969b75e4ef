package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.followLine;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Whom a document says to follow, and what becomes of outside names when an account comes. */
@QuarkusTest
class ImportTargetsTest extends DeskTest {

  private static Upload showing(String name) {
    return Upload.text(document(simple("甲")) + followLine(name));
  }

  private String edition(JsonPath report) {
    return "/v1/editions/" + report.getString("articles[0].editionId");
  }

  @Test
  void anOutsideTargetIsHiddenUntilAnEditionShowsIt() {
    JsonPath report = imported(showing("豫园街道"));
    assertThat(report.getList("followTargets.result")).containsExactly("linked", "created");
    String target = report.getString("followTargets[1].followTargetId");
    problem(anyone().get("/v1/follow-targets/" + target), 404, "follow-target-not-found");
    assertThat(deskRead("/v1/desk/follow-targets/" + target).getString("status"))
        .isEqualTo("needs-image");
    String edition = report.getString("articles[0].editionId");
    assertThat(read("/v1/follow-targets?edition=" + edition).getList("items")).isEmpty();
    JsonPath live = imported(showing("豫园街道").publish());
    assertThat(live.getList("followTargets.result")).containsExactly("linked", "existing");
    JsonPath shown = read("/v1/follow-targets/" + target);
    assertThat(shown.getString("kind")).isEqualTo("outside");
    assertThat(shown.getString("status")).isEqualTo("needs-image");
    assertThat(read("/v1/follow-targets?edition=" + edition).getList("items.name"))
        .containsExactly("豫园社区", "豫园街道");
    problem(
        anyone().get("/v1/follow-targets/" + target + "/qr.svg"), 404, "follow-target-needs-image");
  }

  @Test
  void aPublicTargetInADraftEditionIsNotToldByTheEdition() {
    account("豫园街道");
    JsonPath report = imported(showing("豫园街道"));
    String edition = report.getString("articles[0].editionId");
    assertThat(read("/v1/follow-targets?edition=" + edition).getList("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AI社区", "ＡＩ社区", " AI社区 ", "AI社区　"})
  void anAccountTakesOverTheOutsideTargetOfItsName(String name) {
    JsonPath report = imported(showing("ＡＩ社区").publish());
    String target = report.getString("followTargets[1].followTargetId");
    long rows = count("change");
    String id = account(name);
    JsonPath edition = read(edition(report));
    assertThat(edition.getString("followTargets[1].id")).isEqualTo(target);
    assertThat(edition.getString("followTargets[1].kind")).isEqualTo("account");
    assertThat(edition.getString("followTargets[1].accountId")).isEqualTo(id);
    assertThat(edition.getString("followTargets[1].qr.png")).isNotNull();
    assertThat(edition.getString("followTargets[1].status")).isNull();
    assertThat(anyone().get(edition.getString("followTargets[1].qr.svg")).then().statusCode(200))
        .isNotNull();
    assertThat(tables().texts("select type from change order by seq offset " + rows))
        .containsExactlyInAnyOrder("account", "followTarget");
    assertThat(count("follow_target")).isEqualTo(2);
  }

  @Test
  void anAccountThatIsRenamedTakesOverToo() {
    String id = account("旧名");
    JsonPath report = imported(showing("新名").publish());
    String etag = desk().get("/v1/desk/accounts/" + id).header("ETag");
    ok(
        desk().header("If-Match", etag).body(Map.of("name", "新名")).patch("/v1/desk/accounts/" + id),
        200);
    JsonPath edition = read(edition(report));
    assertThat(edition.getList("followTargets.name")).containsExactly("豫园社区", "新名");
    assertThat(edition.getString("followTargets[1].accountId")).isEqualTo(id);
    String old = report.getString("followTargets[1].followTargetId");
    problem(anyone().get("/v1/follow-targets/" + old), 404, "follow-target-not-found");
    assertThat(read("/v1/follow-targets").getList("items.name")).doesNotContain("旧名");
  }

  @Test
  void aHiddenAccountTakesOverWhatThePublicSeesWithItsFirstEdition() {
    JsonPath first = imported(showing("后来的").publish());
    imported(Upload.text(followLine("后来的") + simple("乙")));
    assertThat(read(edition(first)).getString("followTargets[1].kind")).isEqualTo("outside");
    imported(Upload.text(followLine("后来的") + simple("乙")).publish());
    assertThat(read(edition(first)).getString("followTargets[1].kind")).isEqualTo("account");
    assertThat(read(edition(first)).getString("followTargets[1].qr.svg")).isNotNull();
    List<String> names = read("/v1/follow-targets").getList("items.name");
    assertThat(names).containsExactlyInAnyOrder("豫园社区", "后来的");
  }

  @Test
  void aTargetNamedTwiceIsShownOnce() {
    JsonPath report = imported(Upload.text(document(simple("甲")) + followLine("豫园社区")).publish());
    assertThat(report.getList("followTargets")).hasSize(2);
    assertThat(read(edition(report)).getList("followTargets")).hasSize(1);
  }

  @Test
  void keysLimitedToOtherAccountsDoNotSeeWhatDraftsShow() {
    JsonPath report = imported(showing("秘密的合作"));
    String mine = account("我的账号");
    String key = key(Set.of("content:read"), mine);
    assertThat(ok(desk(key).get("/v1/desk/follow-targets"), 200).getList("items.name"))
        .containsExactly("我的账号");
    String target = report.getString("followTargets[1].followTargetId");
    problem(desk(key).get("/v1/desk/follow-targets/" + target), 404, "follow-target-not-found");
    String own = key(Set.of("content:read"), report.getString("accountId"));
    assertThat(ok(desk(own).get("/v1/desk/follow-targets"), 200).getList("items.name"))
        .contains("秘密的合作");
  }
}
