package org.yujian.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yujian.testing.DeskWrites.Write;

/** The part of {@link DeskWrites} that reviews. */
final class ReviewWrites {
  private static final Map<String, Object> AGREE = Map.of("stage", "初审", "verdict", "agree");

  private final DeskTest test;
  private final DeskWrites writes;
  private final String account;
  private final String edition;
  private final String articleId;

  ReviewWrites(DeskTest test, DeskWrites writes, JsonPath report) {
    this.test = test;
    this.writes = writes;
    this.account = "/v1/desk/accounts/" + report.getString("accountId");
    this.edition = "/v1/desk/editions/" + report.getString("articles[0].editionId");
    this.articleId = report.getString("articles[0].articleId");
  }

  /** Empty for an operation that reviews nothing. */
  Optional<Write> of(String operation) {
    return Optional.ofNullable(
        switch (operation) {
          case "reviewEdition" -> {
            setReview();
            yield writes.seen("edition.agree", edition + "/reviews", AGREE, edition);
          }
          case "reviewArticle" -> article();
          case "addReviewComment" -> comment();
          case "resolveReviewComment" -> {
            String id = DeskTest.ok(comment().send(test.desk()), 200).getString("id");
            yield DeskWrites.post(
                "reviewComment.resolve", edition + "/comments/" + id + "/resolve", null);
          }
          default -> null;
        });
  }

  private Write article() {
    writes.done("publishEdition");
    setReview();
    String path = "/v1/desk/articles/" + articleId;
    DeskTest.ok(writes.patch("", path, Map.of("title", "新的")).send(test.desk()), 200);
    return writes.seen("article.agree", path + "/reviews", AGREE, path);
  }

  private Write comment() {
    return DeskWrites.post(
        "reviewComment.create",
        edition + "/comments",
        Map.of("articleId", articleId, "text", "标题太长"));
  }

  private void setReview() {
    Map<String, Object> review =
        Map.of("stages", List.of(Map.of("name", "初审")), "allowAuthor", true);
    DeskTest.ok(writes.patch("", account, Map.of("review", review)).send(test.desk()), 200);
  }
}
