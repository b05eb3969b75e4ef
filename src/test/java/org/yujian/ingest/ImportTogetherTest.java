package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.article;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.followLine;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** Imports at the same moment. */
@QuarkusTest
class ImportTogetherTest extends DeskTest {

  @RepeatedTest(5)
  void theSameDocumentOfANewAccountIsMadeOnce() {
    String text = document(simple("甲"), simple("乙")) + followLine("外面的");
    List<JsonPath> reports = Together.run(4, i -> () -> imported(Upload.text(text).publish()));
    assertThat(reports.stream().map(report -> report.getString("result")))
        .containsExactlyInAnyOrder("created", "unchanged", "unchanged", "unchanged");
    assertThat(reports.stream().map(report -> report.getString("accountId")).distinct()).hasSize(1);
    assertThat(count("account")).isEqualTo(1);
    assertThat(count("article")).isEqualTo(2);
    assertThat(count("follow_target")).isEqualTo(2);
    assertThat(count("article_revision")).isEqualTo(2);
  }

  @Test
  void updatesOfOneArticleFollowEachOther() {
    imported(Upload.text(document(article("甲", "一。", "二。", "三。", "四。"))).publish());
    List<JsonPath> reports =
        Together.run(
            4,
            i ->
                () ->
                    imported(
                        Upload.text(document(article("甲", "一。", "二。", "三。", "新" + i + "。")))
                            .publish()));
    assertThat(reports.stream().map(report -> report.getString("result"))).containsOnly("updated");
    String id = reports.get(0).getString("articles[0].articleId");
    assertThat(read("/v1/articles/" + id).getInt("rev")).isEqualTo(5);
    assertThat(read("/v1/articles/" + id).getList("corrections")).hasSize(4);
  }

  @Test
  void differentAccountsShareTagsAndTargets() {
    List<JsonPath> reports =
        Together.run(
            6,
            i ->
                () ->
                    imported(
                        Upload.text(followLine("账号" + i) + simple("篇" + i) + followLine("共同的"))
                            .with("tag", "新标签")
                            .publish()));
    assertThat(reports.stream().map(report -> report.getString("accountId")).distinct()).hasSize(6);
    assertThat(count("tag")).isEqualTo(1);
    assertThat(count("follow_target")).isEqualTo(7);
    assertThat(read("/v1/articles?tag=xin-biao-qian").getList("items")).hasSize(6);
    assertThat(tables().number("select count(*) from change where type = 'tag'")).isEqualTo(1);
  }
}
