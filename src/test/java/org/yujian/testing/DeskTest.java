package org.yujian.testing;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;

/**
 * For tests of the desk through the running program: every table is empty before each test, and
 * {@link #desk()} asks with a new admin key.
 */
public abstract class DeskTest extends ApiTest {
  @Inject AgroalDataSource database;
  @Inject ApiKeyService keys;

  private Tables tables;
  private String admin;

  @BeforeEach
  void beginEmpty() {
    tables = new Tables(database);
    tables.empty();
    admin = keys.create("test", Caller.program("test").scopes(), null, "test");
  }

  protected final Tables tables() {
    return tables;
  }

  /** A new key; without accounts it reaches all. */
  protected final String key(Set<String> scopes, String... accounts) {
    Set<UUID> limits = Set.of(accounts).stream().map(UUID::fromString).collect(toSet());
    return keys.create("test", scopes, limits.isEmpty() ? null : limits, "test");
  }

  protected final String adminKey() {
    return admin;
  }

  protected final RequestSpecification desk() {
    return desk(admin);
  }

  protected static RequestSpecification desk(String key) {
    return anyone().header("Authorization", "Bearer " + key);
  }

  /** Requests as scripts of pages send them in this browser. */
  protected static Supplier<RequestSpecification> session(DeskBrowser browser) {
    String cookie = DeskBrowser.COOKIE + "=" + browser.cookie();
    return () -> anyone().header("Cookie", cookie).header("Sec-Fetch-Site", "same-origin");
  }

  protected static RequestSpecification anyone() {
    return given().contentType(ContentType.JSON);
  }

  protected final Response upload(Upload upload) {
    return upload(admin, upload);
  }

  protected static Response upload(String key, Upload upload) {
    return upload(desk(key), upload);
  }

  protected static Response upload(RequestSpecification request, Upload upload) {
    return upload(request, "/v1/desk/imports", upload);
  }

  protected static Response upload(RequestSpecification request, String path, Upload upload) {
    EncoderConfig binary =
        EncoderConfig.encoderConfig()
            .encodeContentTypeAs("multipart/form-data", ContentType.BINARY);
    return request
        .config(RestAssured.config().encoderConfig(binary))
        .contentType(Upload.TYPE)
        .body(upload.bytes())
        .post(path);
  }

  /** The report of an import that succeeds. */
  protected final JsonPath imported(Upload upload) {
    return ok(upload(upload), 201);
  }

  /** Makes a public account and gives its id. */
  protected final String account(String name) {
    return ok(desk().body("{\"name\": \"" + name + "\"}").post("/v1/desk/accounts"), 201)
        .getString("id");
  }

  /** Makes a tag whose slug is also its name. */
  protected final String tag(String slug) {
    String body = "{\"slug\": \"" + slug + "\", \"name\": \"" + slug + "\"}";
    return ok(desk().body(body).post("/v1/desk/tags"), 201).getString("slug");
  }

  protected final long count(String table) {
    return tables.number("select count(*) from " + table);
  }

  /** How many rows each table has, as one text to compare. */
  protected final String everyCount() {
    StringBuilder counts = new StringBuilder();
    for (String table : tables.texts("select relname from pg_stat_user_tables order by relname")) {
      counts.append(table).append(' ').append(count(table)).append('\n');
    }
    return counts.toString();
  }

  protected final JsonPath read(String path) {
    return ok(anyone().get(path), 200);
  }

  protected final JsonPath deskRead(String path) {
    return ok(desk().get(path), 200);
  }

  protected static JsonPath ok(Response response, int status) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    return JsonPath.of(response);
  }

  /** The problem that an answer is. */
  protected static JsonPath problem(Response response, int status, String code) {
    JsonPath problem = ok(response, status);
    assertThat(problem.getString("code")).isEqualTo(code);
    return problem;
  }

  /**
   * Queues documents of an account, of which another node has the first for years: later ones wait.
   */
  protected final void blockImports(String lane, int documents) {
    tables()
        .run(
            "insert into import_work (id, batch_id, position, lane, key_id, created_at, created_by,"
                + " file_name, bytes, options, state, claimed_until)"
                + " select lpad(n::text, 32, '0')::uuid, '"
                + lane
                + "', n, '"
                + lane
                + "', (select id from api_key limit 1), now(), 'test', 'x.txt', '', '{}',"
                + " 'working', now() + interval '1 year' from generate_series(1, "
                + documents
                + ") n");
  }
}
