package org.yujian.testing;

import java.util.List;
import java.util.Map;

/** Which scope opens which operation of the desk. */
final class OperationScopes {

  /** The one scope that opens an operation. A new operation is added here, knowingly. */
  private static final Map<String, List<String>> OPERATIONS_OF_SCOPE =
      Map.of(
          "content:read",
          List.of(
              "listDeskAccounts",
              "getDeskAccount",
              "getDeskArticle",
              "exportArticle",
              "exportEdition",
              "listDeskArticles",
              "diffArticle",
              "searchDesk",
              "previewArticle",
              "listDeskEditions",
              "getDeskEdition",
              "getEditionReview",
              "getEditLeases",
              "getArticleReview",
              "listReviewComments",
              "listDeskFollowTargets",
              "getDeskFollowTarget",
              "listPlacements",
              "getPlacement",
              "getPlacementQrSvg",
              "getPlacementQrPng",
              "getPlacementSheet",
              "getPlacementPoster",
              "getPlacementPosterSvg",
              "getPlacementPosterPng",
              "listImports",
              "getImport",
              "getImportBatch",
              "listPictures",
              "getPicture",
              "listRevisions",
              "getRevision",
              "compareRevisions",
              "getDeskTag",
              "getSynonyms",
              "listFollowers",
              "listFollowerTags",
              "getFollowerTag",
              "reportScans",
              "reportFollows"),
          "content:write",
          List.of(
              "importDocument",
              "importDocuments",
              "addPicture",
              "addPictureBytes",
              "changePicture",
              "deletePicture",
              "undoJoin",
              "tagArticle",
              "untagArticle",
              "restoreRevision",
              "createEdition",
              "changeEdition",
              "deleteEdition",
              "addArticle",
              "changeArticle",
              "deleteArticle",
              "moveArticle",
              "resolveReviewComment",
              "renewEditLease",
              "endEditLease"),
          "content:review",
          List.of("reviewEdition", "reviewArticle", "addReviewComment"),
          "content:publish",
          List.of(
              "publishEdition",
              "scheduleEdition",
              "unscheduleEdition",
              "withdrawEdition",
              "republishEdition",
              "correctArticle",
              "withdrawArticle",
              "republishArticle",
              "createTag"),
          "follow:write",
          List.of(
              "createPlacement",
              "changePlacement",
              "endPlacement",
              "deletePlacement",
              "createFollowerTag",
              "changeFollowerTag",
              "deleteFollowerTag",
              "tagFollowers",
              "untagFollowers",
              "blockFollowers",
              "unblockFollowers"),
          "admin",
          List.of(
              "createAccount",
              "changeAccount",
              "closeAccount",
              "purgeArticle",
              "createFollowTarget",
              "changeFollowTarget",
              "changeTag",
              "changeSynonyms"),
          "keys",
          List.of("listKeys", "getKey", "createKey", "rotateKey", "revokeKey"),
          "webhooks",
          List.of(
              "listWebhooks",
              "createWebhook",
              "getWebhook",
              "changeWebhook",
              "deleteWebhook",
              "rotateWebhookSecret",
              "testWebhook",
              "listWebhookDeliveries",
              "replayWebhookDelivery",
              "replayWebhookDeliveries"),
          "audit",
          List.of("listAuditEntries", "getAuditHead", "verifyAudit", "exportAudit"));

  private OperationScopes() {}

  /** Null for an operation that nobody named. */
  static String of(String operation) {
    return OPERATIONS_OF_SCOPE.entrySet().stream()
        .filter(entry -> entry.getValue().contains(operation))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  static List<String> operations() {
    return OPERATIONS_OF_SCOPE.values().stream().flatMap(List::stream).toList();
  }
}
