package org.yujian.testing;

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

  private static final Map<String, String> WHY = Map.of("class", "error", "publicNote", "有误");
  private static final Map<String, String> TYPO = Map.of("class", "typo");

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
        return DeskTest.upload(request, path, upload);
      }
      if (body instanceof byte[] bytes) {
        return request.contentType("image/png").body(bytes).request(method, path);
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
    return of(operation, false);
  }

  /**
   * @param live whether the content is published before; not for operations that do so themselves
   */
  public Write of(String operation, boolean live) {
    test.tables().empty();
    report = test.imported(Upload.text(DOCUMENT));
    if (live) {
      done("publishEdition");
    }
    return switch (operation) {
      case "createAccount", "changeAccount", "closeAccount" -> accounts(operation);
      case "createTag", "changeTag" -> tagNames(operation);
      case "changeSynonyms" -> synonyms(live);
      case "createFollowTarget", "changeFollowTarget" -> targets(operation);
      case "createPlacement", "changePlacement", "endPlacement", "deletePlacement" ->
          placements(operation);
      case "tagArticle", "untagArticle" -> tags(operation);
      case "publishEdition", "scheduleEdition", "unscheduleEdition" -> beforeLife(operation);
      case "withdrawEdition", "withdrawArticle", "correctArticle", "restoreRevision" ->
          life(operation);
      case "republishEdition", "republishArticle", "purgeArticle" -> afterLife(operation);
      case "importDocument", "importDocuments", "undoJoin" -> imports(operation);
      case "createKey", "rotateKey", "revokeKey" -> keys(operation);
      default ->
          new DraftWrites(this, report)
              .of(operation)
              .or(() -> new FollowerWrites(test, this).of(operation))
              .or(() -> new PictureWrites(test, this).of(operation))
              .or(() -> new ReviewWrites(test, this, report).of(operation))
              .or(() -> new WebhookWrites(test, this).of(operation))
              .orElseThrow(() -> new AssertionError("DeskWrites has no case for " + operation));
    };
  }

  private Write accounts(String operation) {
    String account = "/v1/desk/accounts/" + report.getString("accountId");
    return switch (operation) {
      case "createAccount" -> post("account.create", "/v1/desk/accounts", Map.of("name", "丙社区"));
      case "closeAccount" -> {
        done("publishEdition");
        yield seen("account.close", account + "/close", Map.of("publicNote", "停办"), account);
      }
      default -> patch("account.change", account, Map.of("intro", "新的"));
    };
  }

  private Write tagNames(String operation) {
    return operation.equals("createTag")
        ? post("tag.create", "/v1/desk/tags", Map.of("name", "通知"))
        : patch("tag.change", "/v1/desk/tags/" + test.tag("x"), Map.of("name", "新的"));
  }

  /** A search for 开头 finds the live article afterwards. */
  private Write synonyms(boolean live) {
    if (!live) {
      done("publishEdition");
    }
    String path = "/v1/desk/synonyms";
    Map<String, Object> group = Map.of("words", List.of("开头", "前一半"));
    return new Write("synonyms.change", "PUT", path, Map.of("groups", List.of(group)), etag(path));
  }

  private Write targets(String operation) {
    String target =
        "/v1/desk/follow-targets/" + report.getString("followTargets[1].followTargetId");
    return operation.equals("createFollowTarget")
        ? post("followTarget.create", "/v1/desk/follow-targets", Map.of("name", "读书会"))
        : patch("followTarget.change", target, Map.of("url", "https://example.org/"));
  }

  private Write placements(String operation) {
    String list =
        "/v1/desk/follow-targets/"
            + report.getString("followTargets[0].followTargetId")
            + "/placements";
    Write create =
        post("placement.create", list, Map.of("label", "海报", "medium", "print", "scene", "gate"));
    if (operation.equals("createPlacement")) {
      return create;
    }
    String path = list + "/" + DeskTest.ok(create.send(test.desk()), 201).getString("id");
    return switch (operation) {
      case "changePlacement" -> patch("placement.change", path, Map.of("place", "东门"));
      case "endPlacement" -> post("placement.end", path + "/end", null);
      default -> new Write("placement.delete", "DELETE", path, null, null);
    };
  }

  private Write tags(String operation) {
    String path = article() + "/tags/" + test.tag("x");
    if (operation.equals("tagArticle")) {
      return new Write("article.tag", "PUT", path, null, null);
    }
    DeskTest.ok(test.desk().put(path), 200);
    return new Write("article.untag", "DELETE", path, null, null);
  }

  private Write beforeLife(String operation) {
    if (operation.equals("publishEdition")) {
      return seen("edition.publish", edition() + "/publish", null, edition());
    }
    String tomorrow =
        test.tables()
            .texts("select to_char(now() + interval '1 day', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
            .get(0);
    Write schedule =
        seen("edition.schedule", edition() + "/schedule", Map.of("at", tomorrow), edition());
    if (operation.equals("scheduleEdition")) {
      return schedule;
    }
    DeskTest.ok(schedule.send(test.desk()), 200);
    return seen("edition.unschedule", edition() + "/unschedule", null, edition());
  }

  private Write life(String operation) {
    done("publishEdition");
    return switch (operation) {
      case "withdrawEdition" -> post("edition.withdraw", edition() + "/withdraw", WHY);
      case "withdrawArticle" -> post("article.withdraw", article() + "/withdraw", WHY);
      case "restoreRevision" ->
          seen("article.restore", article() + "/revisions/1/restore", null, article());
      default -> {
        String better = DOCUMENT.replace("写完了", "也写完了");
        test.imported(Upload.text(better).with("updates", id("articles[0].articleId")));
        yield seen("article.correct", article() + "/corrections", TYPO, article());
      }
    };
  }

  private Write afterLife(String operation) {
    done("publishEdition");
    boolean whole = operation.equals("republishEdition");
    Write withdrawal = post("", (whole ? edition() : article()) + "/withdraw", WHY);
    DeskTest.ok(withdrawal.send(test.desk()), 200);
    return switch (operation) {
      case "republishEdition" ->
          seen("edition.republish", edition() + "/republish", null, edition());
      case "republishArticle" ->
          seen("article.republish", article() + "/republish", null, article());
      default -> post("article.purge", article() + "/purge", null);
    };
  }

  void done(String operation) {
    DeskTest.ok(beforeLife(operation).send(test.desk()), 200);
  }

  private Write imports(String operation) {
    Upload again =
        Upload.text("# 丙\n\n正文。\n").with("account", report.getString("accountId")).publish();
    Map<String, Object> join =
        Map.of("articleId", report.getString("articles[0].articleId"), "paragraph", 1, "offset", 7);
    String undo = "/v1/desk/imports/" + report.getString("id") + "/joins/undo";
    return switch (operation) {
      case "importDocument" -> post("import.create", "/v1/desk/imports", again);
      case "importDocuments" -> {
        // What is imported after the request would be seen with what the request does.
        test.blockImports(report.getString("accountId"), 1);
        yield post("importBatch.create", "/v1/desk/import-batches", again);
      }
      default -> post("import.undo-join", undo, join);
    };
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
    return "/v1/desk/editions/" + id("articles[0].editionId");
  }

  private String article() {
    return "/v1/desk/articles/" + id("articles[0].articleId");
  }

  private String id(String place) {
    return report.getString(place);
  }

  /** A key with every scope but for another account only. */
  public String foreignKey() {
    return test.key(Set.copyOf(PermissionMatrixTest.SCOPES), test.account("别的社区"));
  }

  static Write post(String action, String path, Object body) {
    return new Write(action, "POST", path, body, null);
  }

  /** A POST that names what was looked at. */
  Write seen(String action, String path, Object body, String lookedAt) {
    return new Write(action, "POST", path, body, etag(lookedAt));
  }

  Write patch(String action, String path, Object body) {
    return new Write(action, "PATCH", path, body, etag(path));
  }

  String etag(String path) {
    return test.desk().get(path).header("ETag");
  }
}
