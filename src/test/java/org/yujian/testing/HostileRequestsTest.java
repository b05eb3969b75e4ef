package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;

/**
 * Throws malformed requests at every operation of the contract: without a key, with a narrow one,
 * with one that may everything, and as a device. Nothing may answer 5xx, every answer must be as
 * the contract describes it, and nobody may change what is not his. {@code -Dfuzz.requests=10000}
 * for more, {@code -Dfuzz.seed=…} to repeat a run.
 */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileRequestsTest extends ApiTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 3_000);
  private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());

  @Inject AgroalDataSource database;
  @Inject ApiKeyService keys;

  @TestHTTPResource("/")
  URI base;

  private Tables tables;
  private HostileTarget target;
  private final List<String> failures = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @BeforeEach
  void fill() {
    tables = new Tables(database);
    tables.empty();
    target = new HostileTarget(new Client(base, admin()));
  }

  private String admin() {
    return keys.create("test", Caller.program("test").scopes(), null, "test");
  }

  @Test
  void withoutAKeyNothingBreaksAndNothingChanges() throws IOException {
    String before = contents();
    attack("no key", null);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aNarrowKeyChangesNothingOutsideOfItsAccount() throws IOException {
    Set<UUID> own = Set.of(UUID.fromString(target.account()));
    Set<String> scopes = Set.of(Scopes.CONTENT_READ, Scopes.CONTENT_WRITE);
    String key = keys.create("test", scopes, own, "test");
    String others = " where account_id <> '" + target.account() + "'";
    List<String> guarded =
        List.of("edition" + others, "article" + others, "account", "tag", "api_key", "change");
    List<String> before = guarded.stream().map(this::checksum).toList();
    attack("narrow key", key);
    assertThat(guarded.stream().map(this::checksum).toList()).isEqualTo(before);
  }

  /** First: many wrong codes of the others would keep this address from signing up. */
  @Test
  @Order(1)
  void aDeviceChangesNothingButItsReader() throws IOException {
    String token = Phone.signUp().accessToken();
    List<String> guarded =
        List.of("account", "edition", "article", "tag", "follow_target", "api_key", "change");
    List<String> before = guarded.stream().map(this::checksum).toList();
    attack("device", token);
    assertThat(guarded.stream().map(this::checksum).toList()).isEqualTo(before);
  }

  @Test
  void withEveryRightNothingBreaks() throws IOException {
    attack("admin key", admin());
  }

  @Test
  void absurdCursorsAreRefusedOrAnswered() throws IOException {
    Map<String, Integer> good = new TreeMap<>();
    String key = admin();
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (String path : HostileTarget.lists()) {
        String head = "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + key;
        int status = check(http, (head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        good.merge(path.replaceAll("\\?.*", ""), status == 200 ? 1 : 0, Integer::sum);
      }
    }
    assertThat(failures).isEmpty();
    // Otherwise the filters' texts have changed and the check sums hide the code behind them.
    assertThat(good.values()).allMatch(count -> count > 2);
  }

  /** Each with a list, a missing thing and a write that has no key. */
  @Test
  void anyValueOfAnyStandardHeaderIsAnswered() throws IOException {
    List<String> lines =
        List.of(
            "GET /v1/articles",
            String.format(Locale.ROOT, "GET /v1/articles/%s", HostileValues.ID),
            "POST /v1/desk/tags");
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (String header : HostileHeaders.all().toList()) {
        for (String line : lines) {
          String head = line + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
          byte[] request =
              (head + "Content-Length: 0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
          check(http, request);
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void requestsThatAreNoHttpGetProblemDocuments() throws IOException {
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (byte[] request : MalformedHttp.requests()) {
        http.renew();
        check(http, request);
      }
    }
    assertThat(failures).isEmpty();
  }

  private void attack(String who, String key) throws IOException {
    JsonNode document =
        new YAMLMapper().readTree(RestAssured.get("/openapi?format=yaml").asByteArray());
    List<Map.Entry<String, JsonNode>> operations =
        new ArrayList<>(Operations.of(document).entrySet());
    // Its answer never ends; EventResourceTest attacks it.
    operations.removeIf(operation -> operation.getKey().endsWith(" /v1/events"));
    // A reader who leaves can do no more (methods are mixed up; some still do, by dot segments).
    operations.removeIf(operation -> operation.getKey().endsWith(" /v1/me"));
    HostileRequest maker = new HostileRequest(new Random(SEED), document, target, key);
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (int i = 0; i < REQUESTS / 3 && failures.size() < 20; i++) {
        Map.Entry<String, JsonNode> operation = operations.get(i % operations.size());
        check(http, maker.make(operation.getKey(), operation.getValue()));
      }
    }
    System.out.println(who + ": fuzz.seed=" + SEED + ", answers by status " + statuses);
    assertThat(failures).as("seed " + SEED).isEmpty();
  }

  private int check(RawHttp http, byte[] request) {
    String head = RawHttp.firstLine(request);
    try {
      RawHttp.Answer answer = http.send(request);
      statuses.merge(answer.status(), 1, Integer::sum);
      String wrong = HostileAnswers.judge(head, answer, contract());
      if (wrong != null) {
        failures.add(RawHttp.printable(request) + "\n  => " + wrong + "\n  " + answer);
      }
      return answer.status();
    } catch (IOException e) {
      failures.add(RawHttp.printable(request) + "\n  => no answer: " + e);
      return 0;
    }
  }

  /** Check sums of all tables but those of readers: anybody may become one. */
  private String contents() {
    StringBuilder all = new StringBuilder();
    String names =
        """
        select quote_ident(relname) from pg_stat_user_tables
        where relname not in ('reader', 'device', 'device_access', 'recovery_code')
        order by relname
        """;
    for (String table : tables.texts(names)) {
      all.append(table).append(' ').append(checksum(table)).append('\n');
    }
    return all.toString();
  }

  private String checksum(String from) {
    return tables
        .texts(
            // When a key was used last is noted with each use; everything else counts.
            String.format(
                Locale.ROOT,
                """
                select count(*) || ' ' || coalesce(md5(string_agg(r, '|' order by r)), '')
                from (select (to_jsonb(x) - 'last_used_at')::text as r from (select * from %s) x) rows
                """,
                from))
        .get(0);
  }
}
