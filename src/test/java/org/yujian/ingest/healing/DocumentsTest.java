package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Block;

/** Whole documents of the kinds an office publishes; what each becomes stands beside it. */
class DocumentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"notice.txt", "event.txt", "interview.txt", "traditional.md"})
  void aDocumentBecomesWhatStandsBesideIt(String name) throws IOException {
    Document document = Healer.heal(read(name), DocumentFormat.of(name, read(name)), key -> false);
    String expected = new String(read(name + ".expected"), StandardCharsets.UTF_8);
    assertThat(written(document)).isEqualTo(expected);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = DocumentsTest.class.getResourceAsStream("/documents/" + name)) {
      return in.readAllBytes();
    }
  }

  static String written(Document document) {
    StringBuilder out = new StringBuilder();
    for (FollowMention mention : document.followTargets()) {
      out.append("follow    ").append(mention.name()).append(" @").append(mention.line());
      out.append('\n');
    }
    for (HealedArticle article : document.articles()) {
      out.append("title     ").append(article.title()).append('\n');
      out.append("subtitle  ").append(article.subtitle()).append('\n');
      out.append("source    ").append(article.source()).append('\n');
      for (Block block : article.body().blocks()) {
        for (String line : block.lines()) {
          out.append(String.format(Locale.ROOT, "%-10s", block.type())).append(line).append('\n');
        }
      }
      for (Join join : article.joins()) {
        out.append("join      ").append(join.paragraph()).append(':').append(join.offset());
        out.append(" lines ").append(join.afterLine()).append('+').append(join.nextLine());
        out.append(join.uncertain() ? " uncertain\n" : "\n");
      }
    }
    return out.toString();
  }
}
