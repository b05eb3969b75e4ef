package org.yujian.testing;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yujian.shared.json.Json;

/**
 * One good request for every operation of the desk that writes, on content that is made for it. A
 * new operation needs a case here: what holds for all writes is tested with these.
 */
public final class DeskWrites {
  private static final String DOCUMENT =
      "扫描二维码关注“甲社区”\n\n扫描二维码关注“外面的”\n\n# 甲\n\n前一半没有写完\n\n后一半写完了。\n\n# 乙\n\n正文。\n";

  private final DeskTest test;
  private JsonPath report;

  /**
   * A request and what the audit calls it.
   *
   * @param action as {@code edition.publish}: the thing stands before the dot
   * @param body a map, an {@link Upload} or null
   * @param etag for {@code If-Match}; may be null
   */
  public record Write(String action, String method, String path, Object body, String etag) {

    public boolean isPost() {
      return method.equals("POST");
    }

    public String thing() {
      return action.substring(0, action.indexOf('.'));
    }

    /** Sends it with the headers that the request has already. */
    public Response send(RequestSpecification request) {
      if (etag != null) {
        request.header("If-Match", etag);
      }
      if (body instanceof Upload upload) {
        return DeskTest.upload(request, upload);
      }
      if (body != null) {
        request.body(Json.mapper().valueToTree(body).toString());
      }
      return request.request(method, path);
    }
  }

  public DeskWrites(DeskTest test) {
    this.test = test;
  }

  /** The request for an operation, its content made anew in empty tables. */
  public Write of(String operation) {
    test.tables().empty();
    report = test.imported(Upload.text(DOCUMENT));
    return switch (operation) {
      case "createAccount", "changeAccount", "createTag", "changeTag" -> names(operation);
      case "createFollowTarget", "changeFollowTarget" -> targets(operation);
      case "tagArticle", "untagArticle" -> tags(operation);
      case "publishEdition", "withdrawEdition", "withdrawArticle" -> life(operation);
      case "importDocument", "undoJoin" -> imports(operation);
      case "createKey", "rotateKey", "revokeKey" -> keys(operation);
      default -> throw new AssertionError("DeskWrites has no case for " + operation);
    };
  }

  private Write names(String operation) {
    String account = "/v1/desk/accounts/" + report.getString("accountId");
    return switch (operation) {
      case "createAccount" -> post("account.create", "/v1/desk/accounts", Map.of("name", "丙社区"));
      case "createTag" -> post("tag.create", "/v1/desk/tags", Map.of("name", "通知"));
      case "changeAccount" -> patch("account.change", account, Map.of("intro", "新的"));
      default -> patch("tag.change", "/v1/desk/tags/" + test.tag("x"), Map.of("name", "新的"));
    };
  }

  private Write targets(String operation) {
    String target =
        "/v1/desk/follow-targets/" + report.getString("followTargets[1].followTargetId");
    return operation.equals("createFollowTarget")
        ? post("followTarget.create", "/v1/desk/follow-targets", Map.of("name", "读书会"))
        : patch("followTarget.change", target, Map.of("url", "https://example.org/"));
  }

  private Write tags(String operation) {
    String path = article() + "/tags/" + test.tag("x");
    if (operation.equals("tagArticle")) {
      return new Write("article.tag", "PUT", path, null, null);
    }
    DeskTest.ok(test.desk().put(path), 200);
    return new Write("article.untag", "DELETE", path, null, null);
  }

  private Write life(String operation) {
    String publish = edition() + "/publish";
    Write publishing = new Write("edition.publish", "POST", publish, null, etag(edition()));
    if (operation.equals("publishEdition")) {
      return publishing;
    }
    DeskTest.ok(publishing.send(test.desk()), 200);
    Map<String, String> why = Map.of("class", "error", "publicNote", "有误");
    return operation.equals("withdrawEdition")
        ? post("edition.withdraw", edition() + "/withdraw", why)
        : post("article.withdraw", article() + "/withdraw", why);
  }

  private Write imports(String operation) {
    Upload again =
        Upload.text("# 丙\n\n正文。\n").with("account", report.getString("accountId")).publish();
    Map<String, Object> join =
        Map.of("articleId", report.getString("articles[0].articleId"), "paragraph", 1, "offset", 7);
    String undo = "/v1/desk/imports/" + report.getString("id") + "/joins/undo";
    return operation.equals("importDocument")
        ? post("import.create", "/v1/desk/imports", again)
        : post("import.undo-join", undo, join);
  }

  private Write keys(String operation) {
    Map<String, Object> narrow = Map.of("label", "甲的", "scopes", List.of("content:read"));
    if (operation.equals("createKey")) {
      return post("key.create", "/v1/desk/keys", narrow);
    }
    String id =
        DeskTest.ok(test.desk().body(narrow).post("/v1/desk/keys"), 201).getString("key.id");
    return operation.equals("rotateKey")
        ? post("key.rotate", "/v1/desk/keys/" + id + "/rotate", Map.of("overlapSeconds", 60))
        : post("key.revoke", "/v1/desk/keys/" + id + "/revoke", null);
  }

  private String edition() {
    return "/v1/desk/editions/" + report.getString("articles[0].editionId");
  }

  private String article() {
    return "/v1/desk/articles/" + report.getString("articles[0].articleId");
  }

  /** A key with every scope but for another account only. */
  public String foreignKey() {
    return test.key(Set.copyOf(PermissionMatrixTest.SCOPES), test.account("别的社区"));
  }

  private static Write post(String action, String path, Object body) {
    return new Write(action, "POST", path, body, null);
  }

  private Write patch(String action, String path, Object body) {
    return new Write(action, "PATCH", path, body, etag(path));
  }

  private String etag(String path) {
    return test.desk().get(path).header("ETag");
  }
}
