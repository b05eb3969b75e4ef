package org.yujian.sync;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogFilter;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.EditionReferences;
import org.yujian.feed.EditionService;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;
import org.yujian.target.TargetService;

/**
 * Loads changed entities in the caller's snapshot, in the order of a response, with a few
 * statements for any number. Called by {@link SyncService} and by packages that report changes.
 */
@ApplicationScoped
public class SyncChanges {

  private final ArticleService articles;
  private final EditionService editions;
  private final AccountService accounts;
  private final TagService tags;
  private final TargetService targets;

  SyncChanges(
      ArticleService articles,
      EditionService editions,
      AccountService accounts,
      TagService tags,
      TargetService targets) {
    this.articles = articles;
    this.editions = editions;
    this.accounts = accounts;
    this.tags = tags;
    this.targets = targets;
  }

  /** Merges the rows of each entity and loads each type at once. */
  public List<SyncChange> of(Collection<ChangedRef> rows, LogFilter filter) {
    return load(rows, filter, false);
  }

  /**
   * The current state of each entity, also when a row of the log that is not among these will
   * report it; none for an entity whose removal only a later row explains. For consumers that
   * report every row.
   */
  public List<SyncChange> now(Collection<ChangedRef> rows) {
    return load(rows, LogFilter.ALL, true);
  }

  private List<SyncChange> load(Collection<ChangedRef> rows, LogFilter filter, boolean newest) {
    Map<UUID, ChangedRef> touched = new LinkedHashMap<>();
    for (ChangedRef row : rows) {
      touched.merge(row.id(), row, ChangedRef::and);
    }
    SyncSnapshot things =
        new SyncSnapshot(
            articles.present(ids(touched, ChangedThing.ARTICLE)),
            editions.present(ids(touched, ChangedThing.EDITION)),
            accounts.present(ids(touched, ChangedThing.ACCOUNT)),
            tags.present(ids(touched, ChangedThing.TAG)),
            targets.present(ids(touched, ChangedThing.FOLLOW_TARGET)));
    return touched.values().stream()
        .flatMap(one -> things.change(one, filter, newest).stream())
        .sorted(comparingInt(SyncChange::place))
        .toList();
  }

  /** {@link #of}, plus the tags and external follow targets that the changes refer to. */
  public List<SyncChange> withMentioned(Collection<ChangedRef> rows, LogFilter filter) {
    List<SyncChange> told = of(rows, filter);
    Set<UUID> ids = told.stream().map(SyncChange::id).collect(toSet());
    List<SyncChange> all = new ArrayList<>(told);
    for (TagView tag : tags.included(slugs(told))) {
      if (ids.add(tag.id())) {
        all.add(SyncChange.upsert(ChangedThing.TAG, tag.id(), tag.version(), List.of(), tag));
      }
    }
    Set<UUID> shown = shown(told);
    shown.removeAll(ids);
    of(shown.stream().map(id -> ChangedRef.whole(ChangedThing.FOLLOW_TARGET, id)).toList(), filter)
        .stream()
        .filter(target -> target.followTarget().accountId() == null)
        .forEach(all::add);
    all.sort(comparingInt(SyncChange::place));
    return all;
  }

  /** References to these accounts and their follow targets, for a client that has none of them. */
  public List<ChangedRef> whole(Collection<UUID> some) {
    List<ChangedRef> touched = new ArrayList<>();
    some.forEach(id -> touched.add(ChangedRef.whole(ChangedThing.ACCOUNT, id)));
    targets
        .idsOf(some)
        .forEach(id -> touched.add(ChangedRef.whole(ChangedThing.FOLLOW_TARGET, id)));
    return touched;
  }

  private static Set<String> slugs(List<SyncChange> told) {
    return told.stream()
        .map(SyncChange::article)
        .filter(Objects::nonNull)
        .map(ArticleSummary::tags)
        .flatMap(List::stream)
        .collect(toSet());
  }

  private static Set<UUID> shown(List<SyncChange> told) {
    Set<UUID> shown = new HashSet<>();
    for (SyncChange change : told) {
      EditionReferences edition = change.edition();
      if (edition != null) {
        shown.addAll(edition.followTargetIds());
      }
    }
    return shown;
  }

  private static Set<UUID> ids(Map<UUID, ChangedRef> touched, ChangedThing type) {
    return touched.values().stream()
        .filter(one -> one.thing() == type)
        .map(ChangedRef::id)
        .collect(toSet());
  }
}
