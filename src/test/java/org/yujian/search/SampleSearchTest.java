package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** The real sample: words that page breaks and pictures cut are found where they were healed. */
@QuarkusTest
class SampleSearchTest extends DeskTest {
  private static final Path SEED = Path.of("..", "shared", "seed");

  private String first;
  private String second;

  @BeforeEach
  void publishSample() throws IOException {
    assumeTrue(Files.isDirectory(SEED), "skipped: the folder ../shared/seed is not here");
    String account = account("善治豫园");
    JsonNode expected = new ObjectMapper().readTree(SEED.resolve("expected.json").toFile());
    byte[] bytes = Files.readAllBytes(SEED.resolve(expected.get("file").asText()));
    Upload sample =
        Upload.of(expected.get("file").asText(), bytes)
            .with("account", account)
            .with("publish", "true");
    JsonPath report = imported(sample);
    first = report.getString("articles[0].articleId");
    second = report.getString("articles[1].articleId");
  }

  private JsonPath search(String q) {
    return read("/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }

  private List<String> articles(String q) {
    return search(q).getList("items.findAll { it.type == 'article' }.article.id");
  }

  @Test
  void wordsThatNoLineOfTheFileHoldsAreFound() {
    assertThat(articles("态度")).containsExactly(second);
    assertThat(articles("普遍")).containsExactly(second);
    assertThat(articles("学院路")).containsExactly(second);
  }

  @Test
  void everyPlaceIsTold() {
    assertThat(search("持续").getList("items.highlights.flatten()")).hasSize(3);
    JsonPath found = search("善治豫园");
    assertThat(found.getList("items.type")).containsExactly("account", "article");
    assertThat(found.getString("items[0].account.name")).isEqualTo("善治豫园");
    assertThat(found.getString("items[1].article.id")).isEqualTo(first);
    assertThat(found.getList("items[1].highlights.field")).containsExactly("body", "body");
  }

  @Test
  void traditionalCharactersAreTheSame() {
    assertThat(articles("區人大")).isEqualTo(articles("区人大")).contains(second);
  }
}
