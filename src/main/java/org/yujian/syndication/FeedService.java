package org.yujian.syndication;

import static java.util.stream.Collectors.toMap;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.change.ChangeTimes;
import org.yujian.feed.ArticleFilter;
import org.yujian.feed.ArticlePage;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.Withdrawn;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PageWords;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.syndication.OpenFeed.Entry;
import org.yujian.syndication.OpenFeed.Head;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;
import org.yujian.target.FollowTargetView;
import org.yujian.target.TargetService;

/** Reads the pages of feeds, each in one snapshot with a fixed number of statements. */
@ApplicationScoped
class FeedService {

  /** Withdrawn articles that the first page names. */
  static final int WITHDRAWN = 50;

  private static final String FRONT_PAGE = "/";

  private final ArticleService articles;
  private final AccountService accounts;
  private final TagService tags;
  private final TargetService targets;
  private final FeedIdentityRepository identity;
  private final ChangeTimes times;
  private final ReadSnapshot snapshot;
  private final FeedLinks links;

  FeedService(
      ArticleService articles,
      AccountService accounts,
      TagService tags,
      TargetService targets,
      FeedIdentityRepository identity,
      ChangeTimes times,
      ReadSnapshot snapshot,
      FeedLinks links) {
    this.articles = articles;
    this.accounts = accounts;
    this.tags = tags;
    this.targets = targets;
    this.identity = identity;
    this.times = times;
    this.snapshot = snapshot;
    this.links = links;
  }

  /** The feed of all articles. */
  @Transactional
  OpenFeed all(String cursor) {
    snapshot.begin();
    Head head =
        new Head(
            identity.id(),
            "/feeds/all",
            words().siteTitle(),
            words().siteWhat(),
            FRONT_PAGE,
            null,
            true);
    return page(head, new ArticleFilter(null, null, null), Set.of(), cursor);
  }

  /** The feed of an account; 404 if unknown or hidden, 410 if closed. */
  @Transactional
  OpenFeed ofAccount(String handle, String cursor) {
    snapshot.begin();
    AccountView account = accounts.read("@" + handle);
    String home = targets.readOf(account.id()).map(FollowTargetView::followPath).orElse(FRONT_PAGE);
    Head head =
        new Head(
            account.id(),
            OpenFeed.accountPath(account),
            account.name(),
            account.intro(),
            home,
            account,
            true);
    ArticleFilter filter = new ArticleFilter(account.id().toString(), null, null);
    return page(head, filter, Set.of(account.id()), cursor);
  }

  /** The feed of a tag; 404 if unknown. */
  @Transactional
  OpenFeed ofTag(String slug, String cursor) {
    snapshot.begin();
    TagView tag = tags.read(slug);
    Head head =
        new Head(
            tag.id(),
            "/feeds/tags/" + slug,
            tag.name() + " – " + words().siteTitle(),
            null,
            FRONT_PAGE,
            null,
            false);
    return page(head, new ArticleFilter(null, slug, null), Set.of(tag.id()), cursor);
  }

  /** The first page of a topic; throws as the others do. */
  @Transactional
  OpenFeed first(FeedTopic topic) {
    return switch (topic.kind()) {
      case ALL -> all(null);
      case ACCOUNT -> ofAccount(topic.name(), null);
      case TAG -> ofTag(topic.name(), null);
    };
  }

  /** The account of a topic, if it is the feed of one; throws if the feed is not public. */
  @Transactional
  Optional<UUID> accountOf(FeedTopic topic) {
    return switch (topic.kind()) {
      case ALL -> Optional.empty();
      case ACCOUNT -> Optional.of(accounts.read("@" + topic.name()).id());
      case TAG -> {
        tags.read(topic.name());
        yield Optional.empty();
      }
    };
  }

  private OpenFeed page(Head head, ArticleFilter filter, Set<UUID> subject, String cursor) {
    PageRequest request = PageRequest.of(null, cursor, filter.toString(), PageKey.Feed.class);
    ArticlePage page = articles.list(filter, request);
    UUID account = head.account() == null ? null : head.account().id();
    List<Withdrawn> withdrawn =
        cursor == null ? articles.lastWithdrawn(account, filter.tag(), WITHDRAWN) : List.of();
    Set<UUID> shown = new HashSet<>(subject);
    page.items().forEach(article -> shown.add(article.id()));
    page.included().accounts().forEach(included -> shown.add(included.id()));
    page.included().tags().forEach(included -> shown.add(included.id()));
    withdrawn.forEach(gone -> shown.add(gone.id()));
    return new OpenFeed(
        head,
        entries(page),
        withdrawn,
        cursor,
        page.next(),
        times.newest(shown).orElse(Instant.EPOCH));
  }

  private List<Entry> entries(ArticlePage page) {
    Map<UUID, AccountView> byId =
        page.included().accounts().stream().collect(toMap(AccountView::id, Function.identity()));
    Map<String, TagView> bySlug =
        page.included().tags().stream().collect(toMap(TagView::slug, Function.identity()));
    Map<UUID, String> html = articles.html(page.items().stream().map(ArticleSummary::id).toList());
    return page.items().stream()
        .map(
            article ->
                new Entry(
                    article,
                    byId.get(article.accountId()),
                    article.tags().stream().map(bySlug::get).toList(),
                    links.absolute(html.get(article.id()))))
        .toList();
  }

  /** All public accounts in list order. */
  List<AccountView> accounts() {
    return accounts.all();
  }

  /** Feeds have one language, so their texts do not follow the request. */
  static PageWords words() {
    return MessageBundles.get(PageWords.class, Localized.Literal.of(PageLanguage.ZH.locale()));
  }
}
