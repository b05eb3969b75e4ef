package org.yujian.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** JSON bodies that operations of the desk accept, on what one import made. */
final class GoodBodies {

  private GoodBodies() {}

  /** Null for an operation without a body. */
  static Map<String, Object> of(String operation, JsonPath report) {
    return switch (operation) {
      case "undoJoin" ->
          Map.of(
              "articleId", report.getString("articles[0].articleId"), "paragraph", 1, "offset", 7);
      case "withdrawEdition", "withdrawArticle" -> Map.of("class", "other");
      case "correctArticle" -> Map.of("class", "typo");
      case "scheduleEdition" -> Map.of("at", Instant.now().plus(Duration.ofDays(1)).toString());
      case "closeAccount" -> Map.of();
      case "createEdition" ->
          Map.of(
              "accountId", report.getString("accountId"),
              "articles", List.of(Map.of("title", "新的")));
      case "changeEdition" -> Map.of("followTargetIds", List.of());
      case "addArticle", "changeArticle" -> Map.of("title", "新的");
      case "moveArticle" -> Map.of("editionId", report.getString("articles[0].editionId"));
      case "createTag", "createAccount", "createFollowTarget", "changeTag" -> Map.of("name", "新的");
      case "changeSynonyms" -> Map.of("groups", List.of(Map.of("words", List.of("公积金", "住房公积金"))));
      case "changeAccount" -> Map.of("intro", "新的");
      case "changeFollowTarget" -> Map.of("url", "https://example.org");
      case "createKey" -> Map.of("label", "新的", "scopes", List.of("content:read"));
      case "reviewEdition", "reviewArticle" -> Map.of("stage", "初审", "verdict", "agree");
      case "renewEditLease" -> Map.of("window", "w1");
      case "addReviewComment" ->
          Map.of("articleId", report.getString("articles[0].articleId"), "text", "标题太长");
      case "createWebhook" ->
          Map.of(
              "url", WebhookReceiver.shared().url("/"),
              "accounts", List.of(report.getString("accountId")));
      case "changeWebhook" -> Map.of("description", "新的");
      case "rotateKey" -> Map.of("overlapSeconds", 0);
      default -> Operations.example(operation);
    };
  }
}
