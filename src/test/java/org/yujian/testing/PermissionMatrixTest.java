package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yujian.auth.Caller;

/** Every desk operation of the contract with every kind of credential. */
@QuarkusTest
class PermissionMatrixTest extends DeskTest {

  private static final Set<String> LISTS =
      Set.of(
          "listDeskAccounts",
          "listDeskEditions",
          "listDeskArticles",
          "listImports",
          "listKeys",
          "listAuditEntries",
          "exportAudit",
          "searchDesk",
          "reportScans",
          "reportFollows",
          "listPictures",
          "listWebhooks");

  static final Set<String> SCOPES = Caller.program("test").scopes();

  private JsonPath report;
  private String other;
  private String someKey;
  private String webhook;

  @BeforeEach
  void prepare() {
    String text = "扫描二维码关注“甲社区”\n\n扫描二维码关注“外面的”\n\n# 甲\n\n前一半没有写完\n\n后一半写完了。\n";
    report = imported(Upload.text(text));
    other = account("乙社区");
    tag("x");
    key(Set.of("content:read"));
    webhook =
        ok(desk().body(GoodBodies.of("createWebhook", report)).post("/v1/desk/webhooks"), 201)
            .getString("webhook.id");
    someKey = tables().texts("select id from api_key order by created_at desc limit 1").get(0);
  }

  /** A good request, so that nothing but the credential is in its way. */
  private Response send(String operation, String place, RequestSpecification request) {
    if (operation.matches("importDocuments?")) {
      return upload(
          request,
          place.substring(place.indexOf(' ') + 1),
          Upload.text("# 乙\n\n正文。\n").with("account", report.getString("accountId")));
    }
    if (operation.matches("addPicture(?:Bytes)?")) {
      return picture(operation, request);
    }
    String method = place.substring(0, place.indexOf(' '));
    Map<String, Object> body = GoodBodies.of(operation, report);
    if (body != null) {
      request.body(body);
    }
    // A stale version: what is published would be another matter for the operations after it.
    boolean stale =
        operation.matches(
            "publishEdition|scheduleEdition|closeAccount|(?:delete|change|move)(?:Edition|Article|Picture)");
    String seen = stale ? "\"v0\"" : "\"v1\"";
    String path = path(place.substring(place.indexOf(' ') + 1));
    // A word of the draft.
    String query = operation.equals("searchDesk") ? "?q=%E5%89%8D%E4%B8%80%E5%8D%8A" : "";
    return request.header("If-Match", seen).request(method, path + query);
  }

  private Response picture(String operation, RequestSpecification request) {
    byte[] bytes = DrawnPicture.png(40, 30, 1);
    String account = report.getString("accountId");
    return operation.equals("addPicture")
        ? upload(request, "/v1/desk/media", Upload.of("a.png", bytes).with("account", account))
        : request
            .contentType("image/png")
            .body(bytes)
            .post("/v1/desk/media/raw?account=" + account);
  }

  private String path(String template) {
    String id =
        switch (template.split("/")[3]) {
          case "accounts" -> report.getString("accountId");
          case "articles" -> report.getString("articles[0].articleId");
          case "editions" -> report.getString("articles[0].editionId");
          case "keys" -> someKey;
          case "webhooks" -> webhook;
          case "follow-targets" -> followTarget(template);
          default -> report.getString("id");
        };
    String path =
        template.contains("{placement}")
            ? template.replace("{placement}", placement(id))
            : template;
    return path.replace("{id}", id)
        .replace("{tagId}", someKey)
        .replace("{comment}", someKey)
        .replace("{delivery}", someKey)
        .replace("{slug}", "x")
        .replace("{rev}", "1");
  }

  /** Placements are of accounts here, what is changed by itself is outside. */
  private String followTarget(String template) {
    int which = template.contains("/placements") ? 0 : 1;
    return report.getString("followTargets[" + which + "].followTargetId");
  }

  /** The default one, which never ends. */
  private String placement(String target) {
    return tables()
        .texts("select id from placement where follow_target_id = ?::uuid", target)
        .get(0);
  }

  @Test
  void everyDeskOperationNamesItsScope() {
    assertThat(Operations.ofDesk().keySet())
        .containsExactlyInAnyOrderElementsOf(OperationScopes.operations());
  }

  @Test
  void withoutAGoodKeyEverythingIsUnauthorized() {
    List<String> headers = BadCredentials.of(this);
    for (Map.Entry<String, String> operation : Operations.ofDesk().entrySet()) {
      for (int i = -1; i < headers.size(); i++) {
        RequestSpecification request = anyone();
        if (i >= 0) {
          request.header("Authorization", headers.get(i));
        }
        Response response = send(operation.getKey(), operation.getValue(), request);
        problem(response, 401, "unauthorized");
        assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
      }
    }
    assertThat(count("import_job")).isEqualTo(1);
  }

  @Test
  void aDeviceMayDoNothingAtTheDesk() {
    Phone phone = Phone.signUp();
    String before = everyCount();
    Operations.ofDesk()
        .forEach((name, place) -> problem(send(name, place, phone.request()), 403, "forbidden"));
    assertThat(everyCount()).isEqualTo(before);
  }

  @Test
  void onlyADeviceIsAReader() {
    Map<String, String> operations = Operations.ofReaders();
    assertThat(operations).isNotEmpty();
    for (String place : operations.values()) {
      String method = place.substring(0, place.indexOf(' '));
      String path = place.substring(place.indexOf(' ') + 1).replaceAll("\\{\\w+}", someKey);
      problem(desk().request(method, path), 403, "forbidden");
      problem(anyone().request(method, path), 401, "unauthorized");
      for (String header : BadCredentials.of(this)) {
        Response response = anyone().header("Authorization", header).request(method, path);
        problem(response, 401, "unauthorized");
      }
    }
  }

  /** What anybody may read needs no credential, so a bad one is not looked at. */
  @Test
  void publicReadsIgnoreCredentials() {
    for (String header : BadCredentials.of(this)) {
      for (String path : List.of("/v1/accounts", "/v1/articles", "/v1/editions", "/v1/tags/x")) {
        ok(anyone().header("Authorization", header).get(path), 200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneScopeOpensEachOperation(Credential credential) {
    List<String> wrong = new ArrayList<>();
    Map<String, Supplier<RequestSpecification>> requests = new TreeMap<>();
    SCOPES.forEach(scope -> requests.put(scope, credential.of(this, Set.of(scope))));
    for (Map.Entry<String, String> operation : Operations.ofDesk().entrySet()) {
      for (String scope : SCOPES) {
        Response response =
            send(operation.getKey(), operation.getValue(), requests.get(scope).get());
        // Past the scope there are other reasons for 403.
        boolean open =
            response.statusCode() < 400
                || !List.of("unauthorized", "forbidden")
                    .contains(JsonPath.of(response).getString("code"));
        if (open != scope.equals(OperationScopes.of(operation.getKey()))) {
          wrong.add(operation.getKey() + " " + scope + " " + response.asString());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOfAnotherAccountTouchesNothing(Credential credential) {
    Supplier<RequestSpecification> requests = credential.of(this, SCOPES, other);
    String before = everyCount();
    Map<String, String> answers = new TreeMap<>();
    for (Map.Entry<String, String> operation : Operations.ofDesk().entrySet()) {
      Response response = send(operation.getKey(), operation.getValue(), requests.get());
      boolean refused = response.statusCode() >= 400;
      answers.put(
          operation.getKey(), refused ? JsonPath.of(response).getString("code") : "allowed");
      if (LISTS.contains(operation.getKey())) {
        assertThat(response.asString()).doesNotContain(report.getString("accountId"));
      }
    }
    Map<String, String> expected = new TreeMap<>();
    answers.keySet().forEach(name -> expected.put(name, absent(name)));
    LISTS.forEach(name -> expected.put(name, "allowed"));
    expected.put("listDeskFollowTargets", "allowed");
    expected.put("getDeskFollowTarget", "follow-target-not-found");
    expected.put("createKey", "key-beyond-own-rights");
    List.of("getKey", "rotateKey", "revokeKey")
        .forEach(name -> expected.put(name, "key-not-found"));
    List.of(
            "createAccount",
            "createFollowTarget",
            "changeFollowTarget",
            "getAuditHead",
            "verifyAudit")
        .forEach(name -> expected.put(name, "key-limited"));
    assertThat(answers).isEqualTo(expected);
    assertThat(everyCount()).isEqualTo(before);
  }

  /** The code of the 404 for an unknown id: what is out of reach is not told from what is not. */
  private static String absent(String operation) {
    String path = Operations.ofDesk().get(operation).replaceAll("^\\w+ ", "");
    return switch (path.split("/")[3]) {
      case "articles" -> "article-not-found";
      // Of the body: its account, or the edition of the path.
      case "editions" ->
          operation.equals("createEdition") ? "account-not-found" : "edition-not-found";
      case "follow-targets" -> "follow-target-not-found";
      case "imports" ->
          operation.equals("importDocument") ? "account-not-found" : "import-not-found";
      case "import-batches" ->
          operation.equals("importDocuments") ? "account-not-found" : "import-batch-not-found";
      case "tags", "synonyms" -> operation.startsWith("get") ? "allowed" : "key-limited";
      case "media" -> operation.startsWith("add") ? "account-not-found" : "picture-not-found";
      case "webhooks" ->
          operation.equals("createWebhook") ? "account-not-found" : "webhook-not-found";
      default -> "account-not-found";
    };
  }

  @Test
  void aMissingScopeIsNamed() {
    for (Map.Entry<String, String> operation : Operations.ofDesk().entrySet()) {
      String scope = OperationScopes.of(operation.getKey());
      Set<String> others = new TreeSet<>(SCOPES);
      others.remove(scope);
      Response response = send(operation.getKey(), operation.getValue(), desk(key(others)));
      JsonPath problem = problem(response, 403, "forbidden");
      assertThat(problem.getString("scope")).as(operation.getKey()).isEqualTo(scope);
      assertThat(problem.getString("detail")).endsWith(" lacks the scope " + scope + ".");
      assertThat(response.headers().getValues("WWW-Authenticate"))
          .containsExactly(
              "Bearer realm=\"yujian\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
    JsonPath reader = problem(desk().get("/v1/me"), 403, "forbidden");
    assertThat(reader.getString("scope")).isEqualTo("reader");
  }

  /** {@code publish=true} and a live article's tags need more than the operation itself. */
  @Test
  void whatGoesLiveNeedsTheScopeToPublish() {
    String writer = key(Set.of("content:write"));
    Upload document = Upload.text("# 乙\n\n正文。\n").with("account", other);
    JsonPath refused = problem(upload(writer, document.publish()), 403, "forbidden");
    assertThat(refused.getString("scope")).isEqualTo("content:publish");
    assertThat(count("import_job")).isEqualTo(1);
  }
}
