package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** The tags that a document's articles get with it. */
@QuarkusTest
class ImportTagsTest extends DeskTest {

  private static Upload one() {
    return Upload.text(document(simple("甲")));
  }

  private String article(JsonPath report) {
    return deskRead("/v1/desk/articles/" + report.getString("articles[0].articleId"))
        .getString("tags");
  }

  @Test
  void tagsAreSlugsOrNamesAndNewOnesAreMade() {
    tag("she-qu");
    Upload upload = one().with("tag", "she-qu").with("tag", "党建").with("tag", " 党建 ").publish();
    JsonPath report = imported(upload);
    assertThat(article(report)).isEqualTo("[she-qu, dang-jian]");
    assertThat(read("/v1/tags/dang-jian").getString("name")).isEqualTo("党建");
    assertThat(read("/v1/articles?tag=dang-jian").getList("items.title")).containsExactly("甲");
    assertThat(count("tag")).isEqualTo(2);
  }

  /** Tags of the document that do not exist are told, not made. */
  @Test
  void authorAndTagsOfTheFrontMatterAreTaken() {
    tag("she-qu");
    String text = "---\nauthor: 李明\ntags: [she-qu, 没有的]\n---\n" + document(simple("甲"));
    JsonPath report = imported(Upload.of("a.md", text).publish());
    assertThat(article(report)).isEqualTo("[she-qu]");
    assertThat(count("tag")).isEqualTo(1);
    assertThat(report.getList("findings.code", String.class))
        .contains("front-matter.author", "front-matter.tags", "front-matter.tag-unknown")
        .doesNotContain("article.no-author");
    String id = report.getString("articles[0].articleId");
    assertThat(read("/v1/articles/" + id).getString("author")).isEqualTo("李明");
    assertThat(imported(Upload.of("a.md", text)).getString("result")).isEqualTo("unchanged");
  }

  @Test
  void aKnownTagIsFoundByItsNamesKey() {
    ok(desk().body("{\"name\": \"ＡＩ助手\"}").post("/v1/desk/tags"), 201);
    imported(one().with("tag", "AI助手"));
    assertThat(count("tag")).isEqualTo(1);
  }

  @Test
  void onlyKeysThatMayPublishMakeNewTags() {
    String id = account("豫园社区");
    String writer = key(Set.of(Scopes.CONTENT_WRITE));
    String limited = key(Set.of(Scopes.CONTENT_WRITE, Scopes.CONTENT_PUBLISH), id);
    String before = everyCount();
    problem(upload(writer, one().with("tag", "新的")), 404, "tag-not-found");
    problem(upload(limited, one().with("tag", "新的")), 404, "tag-not-found");
    assertThat(everyCount()).isEqualTo(before);
    tag("old");
    ok(upload(writer, one().with("tag", "old")), 201);
  }

  @Test
  void twentyTagsAreTheMost() {
    Upload twenty = one();
    Upload more = one();
    for (int i = 1; i <= 21; i++) {
      more.with("tag", "t" + i);
      if (i <= 20) {
        twenty.with("tag", "t" + i);
      }
    }
    String before = everyCount();
    problem(upload(more), 422, "too-many-tags");
    assertThat(everyCount()).isEqualTo(before);
    imported(twenty);
    assertThat(count("tag")).isEqualTo(20);
    problem(upload(one().with("tag", "t21")), 422, "too-many-tags");
  }

  @Test
  void tagsThatAreNoNamesAreRefused() {
    String before = everyCount();
    for (String bad : new String[] {"", "　", "长".repeat(33), "a\u0000b", "☆"}) {
      int status = upload(one().with("tag", bad)).statusCode();
      assertThat(status).as(bad).isIn(400, 422);
    }
    assertThat(everyCount()).isEqualTo(before);
  }

  @Test
  void tagsOfADocumentThatComesAgainChangeTheDraftAndItsEdition() {
    tag("x");
    JsonPath first = imported(one());
    String edition = "/v1/desk/editions/" + first.getString("articles[0].editionId");
    int version = deskRead(edition).getInt("version");
    JsonPath again = imported(one().with("tag", "x"));
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(article(again)).isEqualTo("[x]");
    assertThat(deskRead(edition).getInt("version")).isEqualTo(version + 1);
    imported(one().with("tag", "x"));
    assertThat(deskRead(edition).getInt("version")).isEqualTo(version + 1);
  }

  @Test
  void tagsOfADocumentWhoseArticleIsLiveAndUnchangedAreToldAsNotApplied() {
    imported(one().with("tag", "甲").publish());
    JsonPath again = imported(one().with("tag", "乙").publish());
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("findings.code")).contains("tag.not-applied");
    assertThat(article(again)).isEqualTo("[jia]");
  }
}
