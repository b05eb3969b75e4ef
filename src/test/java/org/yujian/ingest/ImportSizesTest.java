package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.document;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Large documents go through, and what they became can be read. */
@QuarkusTest
class ImportSizesTest extends DeskTest {

  private static String article(int number) {
    String[] paragraphs =
        IntStream.range(0, 960)
            .mapToObj(i -> "第" + number + "篇第" + i + "段，" + "街道和居民一起商量小区里的事情，".repeat(12) + "好。")
            .toArray(String[]::new);
    return ImportFixtures.article("第" + number + "篇", paragraphs);
  }

  @Test
  void fourAndAHalfMegabytesInEightArticlesAreReadAgain() {
    String[] articles =
        IntStream.rangeClosed(1, 8).mapToObj(ImportSizesTest::article).toArray(String[]::new);
    JsonPath report = imported(Upload.text(document(articles)).publish());
    assertThat(report.getInt("file.bytes")).isGreaterThan(4_500_000);
    assertThat(report.getList("articles.state")).hasSize(8).containsOnly("published");
    assertThat(read("/v1/articles").getList("items")).hasSize(8);
    String ids = String.join(",", report.<String>getList("articles.articleId"));
    JsonPath all = read("/v1/articles/batch?body=text&ids=" + ids);
    for (int i = 0; i < 8; i++) {
      int characters = report.getInt("articles[" + i + "].characters");
      assertThat(characters).isBetween(185_000, 200_000);
      String text = all.getString("items[" + i + "].text");
      assertThat(text.lines().mapToInt(line -> line.codePointCount(0, line.length())).sum())
          .isEqualTo(characters);
    }
    String first = "/v1/articles/" + report.getString("articles[0].articleId") + "?body=";
    for (String form : new String[] {"html", "blocks", "text", "markdown"}) {
      assertThat(anyone().get(first + form).asByteArray().length).isGreaterThan(500_000);
    }
    assertThat(read("/v1/editions").getList("items")).hasSize(1);
  }

  @Test
  void manySmallParagraphsAndArticlesAreRead() {
    String[] articles =
        IntStream.range(0, 200)
            .mapToObj(i -> ImportFixtures.article("标题" + i, "第" + i + "篇。"))
            .toArray(String[]::new);
    String text = document(articles);
    JsonPath report = imported(Upload.text(text).with("tag", "党建").publish());
    assertThat(report.getList("articles")).hasSize(200);
    assertThat(count("edition")).isEqualTo(25);
    assertThat(imported(Upload.text(text)).getString("result")).isEqualTo("unchanged");
    assertThat(read("/v1/articles?limit=100").getString("items[99].title")).isEqualTo("标题99");
  }
}
