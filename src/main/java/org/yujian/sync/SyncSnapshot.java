package org.yujian.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.account.AccountView;
import org.yujian.change.ChangedThing;
import org.yujian.change.Gone;
import org.yujian.change.LogFilter;
import org.yujian.change.Lookup;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.EditionReferences;
import org.yujian.tag.TagView;
import org.yujian.target.FollowTargetView;

/** Current state of the entities that rows of the log name, in one snapshot. */
record SyncSnapshot(
    Lookup<ArticleSummary> articles,
    Lookup<EditionReferences> editions,
    Lookup<AccountView> accounts,
    Lookup<TagView> tags,
    Lookup<FollowTargetView> targets) {

  private record Seen(Object view, long version, UUID account) {}

  /**
   * Empty when a later row reports the entity, or when the client cannot hold a removed one.
   *
   * @param newest whether to report the current state also when a later row will report it
   */
  Optional<SyncChange> change(ChangedRef touched, LogFilter filter, boolean newest) {
    List<String> parts = List.copyOf(touched.parts());
    Seen seen = seen(touched);
    if (seen != null && within(seen.account(), filter)) {
      // A higher version has a later row in the log, which will report the entity.
      return !newest && seen.version() > touched.version()
          ? Optional.empty()
          : Optional.of(
              SyncChange.upsert(touched.thing(), touched.id(), seen.version(), parts, seen.view()));
    }
    if (touched.old()) {
      return Optional.empty();
    }
    if (seen != null) {
      return Optional.of(delete(touched, seen.version(), "filtered", null));
    }
    Gone absence = present(touched.thing()).absences().get(touched.id());
    if (absence == null) {
      // The row with the reason is the last one of a removed entity, so no later row is expected.
      return Stream.of("merged", "removed")
          .filter(touched.parts()::contains)
          .findFirst()
          .map(reason -> delete(touched, touched.version(), reason, null));
    }
    return !newest && absence.version() > touched.version()
        ? Optional.empty()
        : Optional.of(delete(touched, absence.version(), absence.reason(), absence.detail()));
  }

  private static SyncChange delete(ChangedRef touched, long version, String reason, String detail) {
    return SyncChange.delete(
        touched.thing(), touched.id(), version, List.copyOf(touched.parts()), reason, detail);
  }

  /** Whether the filter includes the account; entities without an account are always included. */
  private static boolean within(UUID account, LogFilter filter) {
    return account == null || filter.accounts().isEmpty() || filter.accounts().contains(account);
  }

  private Lookup<?> present(ChangedThing thing) {
    return switch (thing) {
      case ARTICLE -> articles;
      case EDITION -> editions;
      case ACCOUNT -> accounts;
      case TAG -> tags;
      case FOLLOW_TARGET -> targets;
    };
  }

  private Seen seen(ChangedRef touched) {
    Object view = present(touched.thing()).views().get(touched.id());
    if (view instanceof ArticleSummary article) {
      return new Seen(article, article.version(), article.accountId());
    }
    if (view instanceof EditionReferences edition) {
      return new Seen(edition, edition.version(), edition.accountId());
    }
    if (view instanceof AccountView account) {
      return new Seen(account, account.version(), account.id());
    }
    if (view instanceof TagView tag) {
      return new Seen(tag, tag.version(), null);
    }
    if (view instanceof FollowTargetView target) {
      return new Seen(target, target.version(), target.accountId());
    }
    return null;
  }
}
