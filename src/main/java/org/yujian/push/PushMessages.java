package org.yujian.push;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.EditionReferences;
import org.yujian.feed.EditionService;
import org.yujian.shared.transaction.ReadSnapshot;

/** Makes the texts of notifications from the state of this moment, in one snapshot. */
@ApplicationScoped
class PushMessages {

  /** A notification has to fit into 4 kB (RFC 8030, section 7.2); titles are shorter. */
  private static final int TITLE = 300;

  private final EditionService editions;
  private final ArticleService articles;
  private final AccountService accounts;
  private final ReadSnapshot snapshot;

  PushMessages(
      EditionService editions,
      ArticleService articles,
      AccountService accounts,
      ReadSnapshot snapshot) {
    this.editions = editions;
    this.articles = articles;
    this.accounts = accounts;
    this.snapshot = snapshot;
  }

  /**
   * Content of a notification, for {@code push-worker.js}.
   *
   * @param title name of the account
   * @param body title of the lead
   * @param url path of the lead
   * @param tag id of the account; the browser shows the newest notification of a tag
   */
  record Message(String title, String body, String url, UUID tag) {}

  /** Messages by the id of the edition; none for an edition that is no longer public. */
  Map<UUID, Message> of(Collection<UUID> editionIds) {
    return snapshot.of(() -> read(editionIds));
  }

  private Map<UUID, Message> read(Collection<UUID> editionIds) {
    Map<UUID, EditionReferences> live = editions.present(editionIds).views();
    Map<UUID, UUID> leads =
        live.values().stream()
            .filter(edition -> !edition.articleIds().isEmpty())
            .collect(toMap(EditionReferences::id, edition -> edition.articleIds().get(0)));
    Map<UUID, ArticleSummary> found =
        leads.isEmpty()
            ? Map.of()
            : articles.inOrder(leads.values().stream().distinct().toList()).stream()
                .collect(toMap(ArticleSummary::id, identity()));
    Set<UUID> authors = live.values().stream().map(EditionReferences::accountId).collect(toSet());
    Map<UUID, AccountView> open = accounts.present(authors).views();
    Map<UUID, Message> messages = new HashMap<>();
    leads.forEach(
        (edition, lead) -> {
          AccountView account = open.get(live.get(edition).accountId());
          ArticleSummary article = found.get(lead);
          if (account != null && article != null) {
            messages.put(edition, message(account, article));
          }
        });
    return messages;
  }

  private static Message message(AccountView account, ArticleSummary lead) {
    String title = Objects.requireNonNull(lead.title());
    int points = title.codePointCount(0, title.length());
    String cut =
        points <= TITLE ? title : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
    return new Message(account.name(), cut, "/a/" + lead.id(), account.id());
  }
}
