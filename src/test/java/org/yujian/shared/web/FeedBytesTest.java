package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.testing.ApiTest;
import org.yujian.testing.Client;
import org.yujian.testing.Tables;

/** The bytes of real reads: their ETags and their sizes. */
@QuarkusTest
class FeedBytesTest extends ApiTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path SEED = Path.of("..", "shared", "seed", "000_91c1010d8a424e5f.txt");

  private static final String DOCUMENT =
      """
      # 社区食堂开张，老人午餐有了着落
      ## 首日送餐二十三份，周末照常营业

      豫见社区食堂在清和路12号开张。六十岁以上的居民凭卡享受八折，志愿者为行动不便的老人送餐到家。

      食堂每周公布菜单，欢迎居民提出建议。（社区服务中心）

      # 周末义诊进小区

      本周六上午，市二院的六名医生在小区广场为居民测量血压、解答用药问题。（卫生服务站）
      """;

  @Inject AgroalDataSource database;
  @Inject ApiKeyService keys;

  @TestHTTPResource("/")
  URI base;

  private Client desk;

  private record Bytes(int status, String etag, byte[] body) {}

  @BeforeEach
  void empty() {
    new Tables(database).empty();
    desk = new Client(base, keys.create("test", Caller.program("test").scopes(), null, "test"));
  }

  private Bytes read(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> answer =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Bytes(
        answer.statusCode(), answer.headers().firstValue("ETag").orElse(null), answer.body());
  }

  private Client.Answer publish(String account, String document) {
    return desk.importDocument(account, document, true, List.of()).expect(201);
  }

  private String account(String handle) {
    Map<String, String> named = Map.of("handle", handle, "name", "账号" + handle);
    return desk.post("/v1/desk/accounts", named).expect(201).text("id");
  }

  @Test
  void tagsChangeExactlyWhenTheBytesDo() throws Exception {
    final String account = account("yujian");
    account("chenguang");
    desk.post("/v1/desk/tags", Map.of("slug", "shequ", "name", "社区")).expect(201);
    JsonNode article = publish("@yujian", DOCUMENT).json().path("articles").path(0);
    final String id = article.path("articleId").asText();
    String detail = "/v1/articles/" + id;
    String own = "/v1/articles?account=@yujian";
    String edition = "/v1/editions/" + article.path("editionId").asText();
    Reads reads =
        new Reads(List.of("/v1/articles", own, detail, edition, "/v1/accounts", "/v1/tags"));

    assertThat(reads.changed()).isEmpty();
    publish("@chenguang", DOCUMENT);
    assertThat(reads.changed()).containsExactlyInAnyOrder("/v1/articles");
    desk.put("/v1/desk/articles/" + id + "/tags/shequ").expect(200);
    assertThat(reads.changed()).containsExactlyInAnyOrder("/v1/articles", own, detail, edition);
    String settings = "/v1/desk/accounts/" + account;
    desk.patch(settings, Map.of("name", "豫见社区"), desk.get(settings).etag()).expect(200);
    assertThat(reads.changed()).contains("/v1/articles", own, "/v1/accounts");
    desk.post("/v1/desk/articles/" + id + "/withdraw", Map.of("class", "error")).expect(200);
    assertThat(reads.changed()).containsExactlyInAnyOrder("/v1/articles", own, detail, edition);
    assertThat(read(detail).status()).isEqualTo(410);
    assertThat(reads.changed()).isEmpty();
  }

  /** What was read of some addresses, and whether bytes and tags agree about what changed. */
  private final class Reads {
    private final Map<String, Bytes> known = new HashMap<>();

    Reads(List<String> paths) throws Exception {
      for (String path : paths) {
        known.put(path, read(path));
      }
    }

    Set<String> changed() throws Exception {
      Set<String> changed = new HashSet<>();
      for (Map.Entry<String, Bytes> old : known.entrySet()) {
        Bytes now = read(old.getKey());
        boolean bytes = !Arrays.equals(now.body(), old.getValue().body());
        if (now.status() == 200) {
          assertThat(now.etag().equals(old.getValue().etag())).isEqualTo(!bytes);
          Bytes again = read(old.getKey(), "If-None-Match", old.getValue().etag());
          assertThat(again.status()).isEqualTo(bytes ? 200 : 304);
        }
        if (now.status() != old.getValue().status() || bytes && now.status() == 200) {
          changed.add(old.getKey());
        }
        old.setValue(now);
      }
      return changed;
    }
  }

  @Test
  void pagesAreSmall() throws Exception {
    assertSmall(DOCUMENT);
  }

  @Test
  void pagesOfTheSampleAreSmall() throws Exception {
    assumeThat(SEED).as("the sample is not here").exists();
    assertSmall(Files.readString(SEED));
  }

  private void assertSmall(String document) throws Exception {
    for (int i = 0; i < 10; i++) {
      account("a" + i);
      publish("@a" + i, document);
    }
    JsonNode items = desk.get("/v1/articles?limit=20").json().path("items");
    assertThat(items).hasSize(20);
    byte[] first = items.path(0).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(first.length).isLessThan(1_000);
    assertThat(read("/v1/articles?limit=20").body().length).isLessThanOrEqualTo(20_000);
    Bytes packed = read("/v1/articles?limit=20", "Accept-Encoding", "gzip");
    assertThat(packed.body().length).isLessThanOrEqualTo(6_000);
  }
}
