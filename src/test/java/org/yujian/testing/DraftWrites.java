package org.yujian.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yujian.testing.DeskWrites.Write;

/** The part of {@link DeskWrites} that works on drafts. */
final class DraftWrites {
  private static final Map<String, String> TITLED = Map.of("title", "新的");

  private final DeskWrites writes;
  private final String account;
  private final String editionId;
  private final String edition;
  private final String article;

  DraftWrites(DeskWrites writes, JsonPath report) {
    this.writes = writes;
    this.account = report.getString("accountId");
    this.editionId = report.getString("articles[0].editionId");
    this.edition = "/v1/desk/editions/" + editionId;
    this.article = "/v1/desk/articles/" + report.getString("articles[0].articleId");
  }

  /** Empty for an operation that does not work on drafts. */
  Optional<Write> of(String operation) {
    return Optional.ofNullable(
        switch (operation) {
          case "createEdition" ->
              DeskWrites.post(
                  "edition.create",
                  "/v1/desk/editions",
                  Map.of("accountId", account, "articles", List.of(TITLED)));
          case "changeEdition" ->
              writes.patch("edition.change", edition, Map.of("followTargetIds", List.of()));
          case "deleteEdition" -> delete("edition.delete", edition);
          case "addArticle" -> DeskWrites.post("article.create", edition + "/articles", TITLED);
          case "changeArticle" -> writes.patch("article.change", article, TITLED);
          case "deleteArticle" -> delete("article.delete", article);
          case "renewEditLease" ->
              new Write("", "PUT", edition + "/editors/me", Map.of("window", "w1"), null);
          case "endEditLease" -> new Write("", "DELETE", edition + "/editors/me", null, null);
          case "moveArticle" ->
              writes.seen(
                  "article.move",
                  article + "/move",
                  Map.of("editionId", editionId, "position", 2),
                  article);
          case "previewArticle" -> DeskWrites.post("article.preview", article + "/preview", null);
          default -> null;
        });
  }

  private Write delete(String action, String path) {
    return new Write(action, "DELETE", path, null, writes.etag(path));
  }
}
