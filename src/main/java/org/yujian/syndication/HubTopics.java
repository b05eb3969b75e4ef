package org.yujian.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.text.Sha256;

/** Reads the state of topics for the hub. */
@ApplicationScoped
class HubTopics {

  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final FeedService feeds;
  private final FeedDocuments documents;

  HubTopics(FeedService feeds, FeedDocuments documents) {
    this.feeds = feeds;
    this.documents = documents;
  }

  /**
   * A topic at one moment.
   *
   * @param account whose changes concern it; null for all, and with content
   * @param body null without content
   */
  record Topic(boolean exists, UUID account, byte[] body, String hash) {}

  /** Without content. */
  Topic find(FeedTopic topic) {
    return ifPublic(() -> new Topic(true, feeds.accountOf(topic).orElse(null), null, null));
  }

  Topic content(FeedTopic topic) {
    return ifPublic(
        () -> {
          byte[] body = documents.bytes(topic);
          return new Topic(true, null, body, Sha256.hex(body));
        });
  }

  private static Topic ifPublic(Supplier<Topic> read) {
    try {
      return read.get();
    } catch (Problem problem) {
      if (Set.of(NOT_FOUND, GONE).contains(problem.code().status())) {
        return new Topic(false, null, null, null);
      }
      throw problem;
    }
  }
}
