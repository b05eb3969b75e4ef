package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.search.opensearch.OpenSearchProcess;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** The packaged program with its index in OpenSearch, which is away at its start, and later. */
class OpenSearchAwayIT {
  private static final Path DATA = Folders.empty("opensearch-away");
  private static final String PREFIX = "away";

  private OpenSearchProcess server;
  private Program program;
  private Client desk;
  private String account;

  @BeforeEach
  void startWithoutServer() {
    server = OpenSearchProcess.running();
    server.kill();
    program =
        Program.start(
            DATA,
            "yujian.sample=false",
            "yujian.search.opensearch.prefix=" + PREFIX,
            "yujian.search.opensearch.url=" + server.access(PREFIX).url().orElseThrow());
    desk = new Client(program.baseUrl(), program.adminKey());
    account =
        desk.post("/v1/desk/accounts", Map.of("handle", "ceshi", "name", "测试号"))
            .expect(201)
            .text("id");
  }

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
      server.start();
      server.clear(PREFIX);
    }
  }

  private HttpResponse<String> search(String word) {
    return program.get("/v1/search?match=exact&q=" + SearchFixtures.encoded(word));
  }

  private boolean finds(String word, String article) {
    HttpResponse<String> response = search(word);
    return response.statusCode() == 200 && response.body().contains(article);
  }

  private void assertOnlySearchIsAway(String word, String article) {
    assertThat(program.get("/v1/articles").body()).contains(article);
    assertThat(program.get("/v1/articles/" + article).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = search(word);
    assertThat(refused.statusCode()).as("%s", refused.body()).isEqualTo(503);
    assertThat(refused.body()).contains("search-unavailable");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(program.get(program.managementUrl().resolve("/q/health/ready")).body())
        .contains("unavailable");
  }

  @Test
  void searchesComeBackByThemselves() {
    String first = SearchFixtures.publish(desk, account, "先到", "没有服务器。");
    assertOnlySearchIsAway("没有服务器", first);
    server.start();
    program.await("the index", () -> finds("没有服务器", first));
    server.kill();
    String later = SearchFixtures.publish(desk, account, "后到", "又没有了。");
    program.await("the failure", () -> search("又没有了").statusCode() == 503);
    assertOnlySearchIsAway("又没有了", later);
    server.start();
    program.await("the index", () -> finds("又没有了", later));
    assertThat(finds("没有服务器", first)).isTrue();
    program.stop();
    assertThat(program.errors()).isEmpty();
  }
}
