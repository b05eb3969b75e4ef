package org.yujian.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.Client;
import org.yujian.testing.PostgresResource;
import org.yujian.testing.RandomEditor;
import org.yujian.testing.Seed;
import org.yujian.testing.Tables;
import org.yujian.testing.Together;

/** Cached bytes equal the bytes that a fresh request would get, and cost no statement. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class CachedResponsesTest {
  private static final int STEPS = 40;
  private static final int READERS = 16;
  private static final List<String> HANDLES = List.of("a", "b", "c");
  private static final List<String> TAGS = List.of("x", "y", "z");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Inject AgroalDataSource database;
  @Inject ApiKeyService keys;
  @Inject SessionFactory sessions;
  @Inject ResponseCache answers;
  @Inject DatabaseClock clock;

  @TestHTTPResource("/")
  URI base;

  private Tables tables;
  private Client client;
  private RandomEditor editor;
  private Statistics statistics;

  /** What a reader gets; a problem's request id is left out. */
  private record Answer(int status, String etag, String link, String body) {}

  @BeforeEach
  void prepare() {
    tables = new Tables(database);
    tables.empty();
    client = new Client(base, keys.create("test", Caller.program("test").scopes(), null, "test"));
    editor = new RandomEditor(client, HANDLES, TAGS);
    editor.prepare();
    statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  @AfterEach
  void stopCounting() {
    statistics.setStatisticsEnabled(false);
  }

  @Test
  void cachedBytesEqualFreshBytesAfterEveryKindOfEdit() throws Exception {
    Random random = Seed.random("rememberedBytes");
    int remembered = 0;
    for (int step = 0; step < STEPS; step++) {
      Client.Answer done = editor.step(random);
      List<String> paths = paths(random);
      List<Answer> first = new ArrayList<>();
      for (String path : paths) {
        statistics.clear();
        first.add(read(path));
        remembered += statistics.getPrepareStatementCount() == 0 ? 1 : 0;
      }
      answers.forget();
      for (int i = 0; i < paths.size(); i++) {
        assertThat(first.get(i))
            .as("step %d, %s after %s", step, paths.get(i), done)
            .isEqualTo(read(paths.get(i)));
      }
    }
    // Otherwise nothing was compared.
    assertThat(remembered).isGreaterThan(STEPS * 5);
  }

  @Test
  void aCachedResponseCostsNoStatementNeitherAs200NorAs304() throws Exception {
    String article = publish("a", "题").json().at("/articles/0/articleId").asText();
    List<String> paths = paths(new Random(1));
    paths.add(escaped("/v1/search?q=题 正文"));
    paths.add("/v1/articles/" + article + "/similar");
    for (String path : paths) {
      Answer made = read(path);
      statistics.clear();
      assertThat(read(path)).isEqualTo(made);
      assertThat(read(path, "If-None-Match", made.etag()).status()).as(path).isEqualTo(304);
      assertThat(read(path, "Accept-Encoding", "gzip").status()).isEqualTo(200);
      assertThat(statistics.getPrepareStatementCount()).as(path).isZero();
    }
  }

  @Test
  void withTheClockStoppedAPublishShowsAtOnceAndNothingElseIsMadeAnew() throws Exception {
    publish("a", "甲");
    publish("b", "乙");
    List<String> untouched =
        List.of("/v1/articles?account=@b", "/v1/accounts/@a", "/v1/accounts", "/v1/tags");
    for (String path : untouched) {
      read(path);
    }
    read("/v1/articles");
    read("/v1/articles?account=@a");
    clock.stepTo(Duration.ZERO);
    publish("a", "丙");
    assertThat(read("/v1/articles").body()).contains("\"丙\"");
    assertThat(read("/v1/articles?account=@a").body()).contains("\"丙\"");
    statistics.clear();
    for (String path : untouched) {
      read(path);
    }
    assertThat(statistics.getPrepareStatementCount()).isZero();
  }

  @Test
  void manyReadersOfTheSameMakeItOnce() {
    publish("a", "题");
    answers.forget();
    statistics.clear();
    List<Answer> all = Together.run(READERS, i -> () -> read("/v1/articles?tag=none"));
    assertThat(all).containsOnly(all.get(0));
    long together = statistics.getPrepareStatementCount();
    answers.forget();
    statistics.clear();
    assertThat(Together.run(1, i -> () -> read("/v1/articles?tag=none"))).containsOnly(all.get(0));
    assertThat(together).isEqualTo(statistics.getPrepareStatementCount()).isPositive();
  }

  @Test
  void pagesOfSeveralLanguagesAreSeveralAnswers() throws Exception {
    String article = publish("a", "题").json().at("/articles/0/articleId").asText();
    Answer chinese = read("/a/" + article, "Accept-Language", "zh");
    Answer english = read("/a/" + article, "Accept-Language", "en");
    assertThat(chinese.body()).isNotEqualTo(english.body());
    assertThat(read("/a/" + article, "Accept-Language", "zh")).isEqualTo(chinese);
    assertThat(read("/a/" + article, "Accept-Language", "en")).isEqualTo(english);
  }

  private Client.Answer publish(String account, String title) {
    String text = "扫描二维码 关注“外”\n\n# " + title + "\n\n正文。\n";
    return client.importDocument(account, text, true, List.of("x")).expect(201);
  }

  /** Every public read of what is there, and a few of what is not. */
  private List<String> paths(Random random) {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/",
                "/v1/articles?limit=3",
                "/v1/articles?tag=x&account=@a",
                "/v1/articles?tag=new",
                "/v1/editions?limit=2",
                "/v1/editions?account=@b",
                "/v1/accounts",
                "/v1/tags",
                "/v1/follow-targets",
                "/feeds/all.atom",
                "/feeds/all.json",
                "/feeds/accounts.opml"));
    paths.addAll(searches());
    paths.addAll(ofAccountsAndTags());
    for (String article : some("select id from article where state <> 'draft'", random)) {
      paths.add("/v1/articles/" + article);
      paths.add("/v1/articles/batch?ids=" + article);
      paths.add("/a/" + article);
    }
    for (String edition : some("select id from edition where state <> 'draft'", random)) {
      paths.add("/v1/editions/" + edition);
      paths.add("/v1/articles?edition=" + edition);
      paths.add("/v1/follow-targets?edition=" + edition);
    }
    for (String target : some("select id from follow_target where state = 'open'", random)) {
      paths.add("/v1/follow-targets/" + target);
    }
    for (String code : some("select code from placement", random)) {
      paths.add("/f/" + code);
    }
    return paths;
  }

  private static List<String> ofAccountsAndTags() {
    List<String> paths = new ArrayList<>();
    HANDLES.forEach(
        handle ->
            Stream.of(
                    "/v1/accounts/@%s",
                    "/v1/articles?account=@%s",
                    "/v1/follow-targets?account=@%s",
                    "/feeds/accounts/%s.atom")
                .forEach(path -> paths.add(String.format(Locale.ROOT, path, handle))));
    TAGS.forEach(
        tag ->
            paths.addAll(
                List.of(
                    "/v1/tags/" + tag,
                    "/v1/articles?tag=" + tag,
                    "/feeds/tags/" + tag + ".atom",
                    "/feeds/tags/" + tag + ".rss")));
    return paths;
  }

  /**
   * What is found, by text, by name and by pinyin. One term each: how common several are is counted
   * from time to time, and weighs them in what is made afterwards.
   */
  private static List<String> searches() {
    return Stream.of(
            "search?q=题",
            "search?q=不变&account=@a",
            "search?q=版&tag=x",
            "search?q=外&type=accounts",
            "search?q=x&type=tags",
            "search?q=bubian",
            "search/suggest?q=ti",
            "search/suggest?q=外")
        .map(path -> "/v1/" + path)
        .map(CachedResponsesTest::escaped)
        .toList();
  }

  private static String escaped(String path) {
    return URI.create(path.replace(" ", "%20")).toASCIIString();
  }

  private List<String> some(String sql, Random random) {
    List<String> all = tables.texts(sql + " order by 1");
    return all.isEmpty()
        ? List.of()
        : Stream.generate(() -> all.get(random.nextInt(all.size()))).limit(3).distinct().toList();
  }

  private Answer read(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("ETag").orElse(null),
        String.join(" ", answer.headers().allValues("Link")),
        answer.body().replaceAll("\"requestId\":\"\\w+\"", ""));
  }
}
