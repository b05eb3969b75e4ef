package org.yujian.feed;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.testing.Client;
import org.yujian.testing.PostgresResource;
import org.yujian.testing.Tables;

/** Tests over HTTP with many threads on an empty database; documents come in as users send them. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
public abstract class FeedTest {
  private static final int TRIES = 10;

  @Inject public AgroalDataSource database;
  @Inject public ApiKeyService keys;

  @TestHTTPResource("/")
  public URI base;

  public Client client;
  public Tables tables;

  @BeforeEach
  public void prepare() {
    tables = new Tables(database);
    tables.empty();
    client = new Client(base, keys.create("test", Caller.program("test").scopes(), null, "test"));
  }

  /** Makes a public account and gives its id. */
  public String account(String handle) {
    return client
        .post("/v1/desk/accounts", Map.of("handle", handle, "name", "账号" + handle))
        .expect(201)
        .text("id");
  }

  /** Makes a tag whose slug is also its name. */
  public String tag(String slug) {
    return client
        .post("/v1/desk/tags", Map.of("slug", slug, "name", slug))
        .expect(201)
        .text("slug");
  }

  /** Imports articles of these titles and publishes them; gives the report. */
  public Client.Answer publish(String account, List<String> titles, List<String> tags) {
    String text = document(titles);
    return patiently(() -> client.importDocument(account, text, true, tags)).expect(201);
  }

  /** As clients do with 503: whoever waits five seconds for a lock is told to try again. */
  public static Client.Answer patiently(Supplier<Client.Answer> request) {
    Client.Answer answer = request.get();
    for (int i = 0; i < TRIES && answer.code().equals("service-unavailable"); i++) {
      answer = request.get();
    }
    return answer;
  }

  /** How many deadlocks the server has broken up; the program tries again, clients see none. */
  public long deadlocks() {
    return tables.number(
        "select deadlocks from pg_stat_database where datname = current_database()");
  }

  /** Imports articles of these titles as a draft edition and gives its id. */
  public String draft(String account, List<String> titles) {
    return client
        .importDocument(account, document(titles), false, List.of())
        .expect(201)
        .json()
        .at("/articles/0/editionId")
        .asText();
  }

  public static String document(List<String> titles) {
    StringBuilder text = new StringBuilder();
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n").append(title).append("的正文。\n\n");
    }
    return text.toString();
  }

  public static <T> T oneOf(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
