package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;

@QuarkusTest
class SynonymPageResourceTest extends DeskPageTest {

  private static final String PAGE = "/desk/settings/synonyms";
  private static final String API = "/v1/desk/synonyms";

  private void write(List<List<String>> groups) {
    List<Map<String, List<String>>> body =
        groups.stream().map(words -> Map.of("words", words)).toList();
    ok(
        desk()
            .header("If-Match", desk().get(API).header("ETag"))
            .body(Map.of("groups", body))
            .put(API),
        200);
  }

  @Test
  void theListIsTextWithOneGroupOnEachLine() {
    assertThat(page(PAGE, "en").select("textarea").text()).isEmpty();
    write(List.of(List.of("公积金", "住房公积金"), List.of("<b>", "找工作", "招聘")));

    Document page = page(PAGE, "zh");

    assertThat(page.select("h1").text()).isEqualTo("同义词");
    assertThat(page.select("textarea").first().wholeText().strip())
        .isEqualTo("公积金, 住房公积金\n<b>, 找工作, 招聘");
    assertThat(page.select("#main form").attr("action")).isEqualTo(API);
    assertThat(page.select("#main form").attr("data-method")).isEqualTo("PUT");
    assertThat(page.select("#main form").attr("data-etag"))
        .isEqualTo(desk().get(API).header("ETag"))
        .isEqualTo("\"v1\"");
  }

  @Test
  void onlyUnlimitedAdministratorsMayChangeIt() {
    String limited = key(Set.of(Scopes.ADMIN), account("甲社区"));
    Document page = page(limited, PAGE, "zh");
    assertThat(page.select("#main button")).isEmpty();
    assertThat(page.select("textarea[readonly]")).hasSize(1);
    assertThat(page(limited, "/desk/settings", "zh").select(".rows a")).isEmpty();
    assertThat(status(key(Set.of(Scopes.CONTENT_READ)), PAGE)).isEqualTo(403);
  }
}
