package org.yujian.sync;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.yujian.edition.ArticleService;
import org.yujian.edition.ArticleSummary;
import org.yujian.edition.EditionReferences;
import org.yujian.edition.EditionService;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;
import org.yujian.target.TargetService;

/**
 * What became of things, in the caller's snapshot and in the order of an answer: what others refer
 * to first. A few statements, however many things.
 */
@ApplicationScoped
public class SyncChanges {

  @Inject ArticleService articles;
  @Inject EditionService editions;
  @Inject AccountService accounts;
  @Inject TagService tags;
  @Inject TargetService targets;

  /** Several rows of a thing become one; each type is loaded at once. */
  public List<SyncChange> of(Collection<Touched> rows, LogFilter filter) {
    Map<UUID, Touched> touched = new LinkedHashMap<>();
    for (Touched row : rows) {
      touched.merge(row.id(), row, Touched::and);
    }
    Things things =
        new Things(
            articles.present(ids(touched, ChangedThing.ARTICLE)),
            editions.present(ids(touched, ChangedThing.EDITION)),
            accounts.present(ids(touched, ChangedThing.ACCOUNT)),
            tags.present(ids(touched, ChangedThing.TAG)),
            targets.present(ids(touched, ChangedThing.FOLLOW_TARGET)));
    return touched.values().stream()
        .flatMap(one -> things.change(one, filter).stream())
        .sorted(comparingInt(SyncChange::place))
        .toList();
  }

  /**
   * As {@link #of}, and the tags and outside follow targets that what is told mentions: for a
   * client whose copy did not begin with all of them.
   */
  public List<SyncChange> withMentioned(Collection<Touched> rows, LogFilter filter) {
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
    of(shown.stream().map(id -> Touched.whole(ChangedThing.FOLLOW_TARGET, id)).toList(), filter)
        .stream()
        .filter(target -> target.followTarget().accountId() == null)
        .forEach(all::add);
    all.sort(comparingInt(SyncChange::place));
    return all;
  }

  /** These accounts with their follow targets, to be told to a client that has neither. */
  public List<Touched> whole(Collection<UUID> some) {
    List<Touched> touched = new ArrayList<>();
    some.forEach(id -> touched.add(Touched.whole(ChangedThing.ACCOUNT, id)));
    targets.idsOf(some).forEach(id -> touched.add(Touched.whole(ChangedThing.FOLLOW_TARGET, id)));
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

  private static Set<UUID> ids(Map<UUID, Touched> touched, ChangedThing type) {
    return touched.values().stream()
        .filter(one -> one.thing() == type)
        .map(Touched::id)
        .collect(toSet());
  }
}
