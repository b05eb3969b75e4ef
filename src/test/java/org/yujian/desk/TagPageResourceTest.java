package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;

@QuarkusTest
class TagPageResourceTest extends DeskPageTest {

  @Test
  void withoutTagsTheFormIsOpen() {
    Document page = page("/desk/tags", "en");

    assertThat(page.select(".intro").text()).isEqualTo("No tags yet.");
    assertThat(page.select("details[open] form").attr("action")).isEqualTo("/v1/desk/tags");
  }

  @Test
  void eachTagCanBeRenamed() {
    tag("news");
    tag("events");

    Document page = page("/desk/tags", "zh");

    assertThat(page.select(".rows .name").eachText()).containsExactly("events", "news");
    assertThat(page.select(".rows form").eachAttr("action"))
        .containsExactly("/v1/desk/tags/events", "/v1/desk/tags/news");
    assertThat(page.select(".rows form").first().attr("data-etag"))
        .isEqualTo(desk().get("/v1/desk/tags/events").header("ETag"));
    assertThat(page.select(".rows input").first().attr("aria-label")).isEqualTo("“events”的新名称");
  }

  @Test
  void longListsHavePages() {
    for (int number = 10; number <= 30; number++) {
      tag("t" + number);
    }

    Document first = page("/desk/tags", "zh");
    assertThat(first.select(".rows .name")).hasSize(20);
    Document second = page(first.select("a[rel=next]").attr("href"), "zh");

    assertThat(second.select(".rows .name").eachText()).containsExactly("t30");
    assertThat(second.select(".pages a").eachAttr("href")).containsExactly("/desk/tags");
  }

  @Test
  void keysThatMayNotChangeTagsSeeNoForms() {
    String account = account("甲社区");
    tag("news");

    Set<String> all = Set.of(Scopes.CONTENT_READ, Scopes.CONTENT_PUBLISH, Scopes.ADMIN);
    assertThat(page(key(all, account), "/desk/tags", "zh").select("#main form")).isEmpty();
    Document publisher =
        page(key(Set.of(Scopes.CONTENT_READ, Scopes.CONTENT_PUBLISH)), "/desk/tags", "zh");
    assertThat(publisher.select("#main form").eachAttr("action")).containsExactly("/v1/desk/tags");
    assertThat(status(key(Set.of(Scopes.AUDIT)), "/desk/tags")).isEqualTo(403);
  }
}
