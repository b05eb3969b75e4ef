package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * The log of the packaged program: JSON on every line, the id of the request on every line about
 * it, and neither secrets nor personal data, in the server's log of PostgreSQL either.
 */
class LogIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAIL = "wang.xiaoming@example.org";
  private static final String WORD = "geheimwort";
  private static final String WRONG_KEY = "yj_" + "w".repeat(43);

  private static Program program;
  private static Client admin;

  @BeforeAll
  static void start() throws SQLException {
    program =
        Program.start(
            Folders.empty("log"), "yujian.log-json=true", "quarkus.http.access-log.enabled=true");
    admin = new Client(program.baseUrl(), program.adminKey());
    // The failure of an insert quotes the row, in the message of the driver and in PostgreSQL's
    // log.
    administer("alter table account add constraint no_mail check (name not like '%@%')");
  }

  @AfterAll
  static void end() {
    program.close();
  }

  private static void administer(String command) throws SQLException {
    try (Connection connection = program.administration("yujian");
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static int get(String path, String requestId) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program.baseUrl() + path))
            .header("X-Request-Id", requestId)
            .header("Authorization", "Bearer " + program.adminKey())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static List<JsonNode> lines() {
    return program.lines().stream().map(LogIT::parsed).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      JsonNode object = JSON.readTree(line);
      assertThat(object.isObject()).as(line).isTrue();
      return object;
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  /** Waits for the line in the access log, which is written after the response. */
  private static JsonNode access(String requestId) {
    program.awaitLine(requestId);
    return lines().stream()
        .filter(line -> line.path("loggerName").asText().equals("org.yujian.access"))
        .filter(line -> line.at("/mdc/requestId").asText().equals(requestId))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyLineIsAnObjectWithTimeLevelLoggerAndMessage() {
    assertThat(lines())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            line -> {
              assertThat(line.path("timestamp").asText()).matches("20\\d\\d-.*T.*Z");
              assertThat(line.path("level").asText()).matches("INFO|WARN|ERROR");
              assertThat(line.path("loggerName").asText()).isNotEmpty();
              assertThat(line.path("message").asText()).isNotEmpty();
            });
  }

  @Test
  void theAccessLogHasTheIdOfTheRequestButNoQuery() throws Exception {
    assertThat(get("/v1/search?q=" + WORD, "access-log-1")).isEqualTo(200);
    String message = access("access-log-1").path("message").asText();
    assertThat(message).matches("GET /v1/search 200 \\d+ bytes \\d+ ms");
  }

  @Test
  void theTokenOfAPreviewIsNotInTheAccessLog() throws Exception {
    assertThat(get("/preview/" + WORD, "preview-token")).isEqualTo(404);
    assertThat(get("/v1/tags", "after-preview")).isEqualTo(200);
    access("after-preview");
    assertThat(program.lines()).noneMatch(line -> line.contains("preview-token"));
  }

  @Test
  void aFailureIsLoggedWithTheIdOfItsRequest() throws Exception {
    administer("alter table tag rename to tag_elsewhere");
    try {
      assertThat(get("/v1/tags?limit=7", "broken-request")).isEqualTo(500);
    } finally {
      administer("alter table tag_elsewhere rename to tag");
    }
    access("broken-request");
    assertThat(lines())
        .filteredOn(line -> line.path("level").asText().equals("ERROR"))
        .filteredOn(line -> line.at("/mdc/requestId").asText().equals("broken-request"))
        .singleElement()
        .satisfies(line -> assertThat(line.path("stackTrace").asText()).contains("tag"));
  }

  @Test
  void neitherSecretsNorPersonalDataAreLogged() {
    List<String> secrets = new ArrayList<>(List.of(program.adminKey(), WRONG_KEY, MAIL, WORD));
    admin.with(WRONG_KEY).get("/v1/desk/accounts").expect(401);
    Client.Answer device = admin.post("/v1/devices", Map.of("name", MAIL)).expect(201);
    Client.Answer refreshed =
        admin.post("/v1/devices/refresh", Map.of("refreshToken", device.text("refreshToken")));
    Stream.of(device, refreshed)
        .flatMap(tokens -> Stream.of("accessToken", "refreshToken").map(tokens::text))
        .forEach(secrets::add);
    Client phone = admin.with(refreshed.text("accessToken"));
    secrets.add(phone.post("/v1/me/recovery-code", Map.of()).text("recoveryCode"));
    admin.post("/v1/devices", Map.of("recoveryCode", WORD));
    phone.get("/v1/search?q=" + MAIL).expect(200);
    admin.get("/v1/articles?account=" + MAIL);
    admin.post("/v1/desk/webhooks", Map.of("url", "https://" + WORD + "@example.org/"));
    secrets.add(
        admin
            .post("/v1/desk/keys", Map.of("label", MAIL, "scopes", List.of("admin")))
            .text("secret"));
    Client.Answer refused = admin.post("/v1/desk/accounts", Map.of("name", MAIL));
    assertThat(refused.status()).isBetween(400, 500);
    assertThat(secrets).noneMatch(String::isEmpty);
    String logged = String.join("\n", program.lines()) + "\n" + serverLog();
    assertThat(logged).contains("no_mail");
    secrets.forEach(secret -> assertThat(logged).doesNotContain(secret));
  }

  private static String serverLog() {
    try (Stream<Path> files = Files.list(program.dataDir().resolve("postgres/log"))) {
      return files.map(LogIT::text).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A refused start is one object, too, and the access log is off unless it is turned on. */
  @Test
  void refusalsAreJsonAndByDefaultTheLogIsTextWithoutRequests() {
    try (Program refused =
        Program.launch(program.dataDir(), "yujian.log-json=true", "yujian.event-clients=many")) {
      assertThat(refused.awaitExit()).isEqualTo(2);
      assertThat(refused.lines())
          .singleElement()
          .satisfies(
              line -> assertThat(parsed(line).path("message").asText()).contains("EVENT_CLIENTS"));
    }
    try (Program plain = Program.start(Folders.empty("log-plain"))) {
      assertThat(plain.get("/v1/tags").statusCode()).isEqualTo(200);
      plain.stop();
      assertThat(plain.lines())
          .noneMatch(line -> line.startsWith("{") || line.contains("/v1/tags"));
    }
  }
}
