package org.yujian.tag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.cache.Dependencies;
import org.yujian.cache.RememberedViews;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.change.Present;
import org.yujian.change.Scope;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.TriedOnceMore;
import org.yujian.shared.web.IfMatch;

/** Tags: reading them, making and renaming them at the desk, finding them for articles. */
@ApplicationScoped
public class TagService {

  @Inject TagRepository tags;
  @Inject ChangeLog changeLog;
  @Inject Audit audit;
  @Inject DatabaseClock clock;
  @Inject Dependencies dependencies;
  @Inject RememberedViews views;

  /** By slug; 404 unknown. */
  @Transactional
  public TagView read(String slug) {
    Subject tag = tags.findBySlug(slug).orElseThrow(() -> TagProblems.notFound(slug));
    dependencies.on(Scope.thing(tag.id));
    return TagView.of(tag);
  }

  /** All tags, in the order of pinyin. */
  @Transactional
  public TagPage list(PageRequest page) {
    dependencies.on(Scope.all(ChangedThing.TAG));
    return TagPage.of(ItemPage.of(page, tags.page(page), TagView::key));
  }

  /** The tags that a page of something else mentions. */
  public List<TagView> included(Collection<String> slugs) {
    return slugs.isEmpty() ? List.of() : inOrder(tags.views(slugs));
  }

  /**
   * The same by the statement that finds the page.
   *
   * @param slugs a query of its rows, {@code found}
   */
  public SqlPart<TagView> part(String slugs) {
    return views.keeping(TagRepository.part(slugs), TagView::id, TagView::version);
  }

  /** The query of their ids and versions alone, for {@link RememberedViews#known}. */
  public String versions(String slugs) {
    return TagRepository.versions(slugs);
  }

  /** In order; the answer depends on them. */
  public List<TagView> inOrder(List<TagView> read) {
    List<TagView> sorted = new ArrayList<>(read);
    sorted.sort(TagView.IN_LIST_ORDER);
    List<Scope> things = new ArrayList<>();
    sorted.forEach(tag -> things.add(Scope.thing(tag.id())));
    dependencies.on(things);
    return sorted;
  }

  /** Those of these that exist. */
  @Transactional
  public Present<TagView> present(Collection<UUID> ids) {
    return Present.of(ids, tags::byIds, TagView::id, none -> List.of());
  }

  /** The query of the id behind a slug, for a statement that finds by it. */
  public String idOf(String slug) {
    return TagRepository.idOf(slug);
  }

  /** The id behind a filter's slug; empty when there is no such tag. */
  @Transactional
  public Optional<UUID> resolve(String slug) {
    Optional<UUID> found = Optional.ofNullable(tags.ids(Set.of(slug)).get(slug));
    dependencies.on(found.map(Scope::thing).orElse(Scope.all(ChangedThing.TAG)));
    return found;
  }

  /** The ids behind slugs; unknown ones are missing. */
  @Transactional(TxType.MANDATORY)
  public Map<String, UUID> resolve(Collection<String> slugs) {
    return slugs.isEmpty() ? Map.of() : tags.ids(slugs);
  }

  /**
   * Lets no rename come between until the end of the transaction. Before the change log is locked:
   * afterwards nobody may wait for a row.
   */
  @Transactional(TxType.MANDATORY)
  public void lock(Collection<String> slugs) {
    if (!slugs.isEmpty()) {
      tags.lockShared(slugs);
    }
  }

  /** Makes a tag. */
  @TriedOnceMore
  @Transactional
  public TagView create(CreateTag request, Caller caller) {
    caller.requireUnlimited();
    tags.findByName(request.name())
        .ifPresent(
            taken -> {
              throw TagProblems.nameTaken(request.name(), taken.slug);
            });
    Subject tag = make(request);
    changeLog.append(change(tag, "tag"));
    TagView made = TagView.of(tag);
    audit.record(caller, new Audited("tag.create", "tag", tag.id, null, null, made));
    return made;
  }

  /** Renames a tag; {@code expected} is the version that the editor looked at. */
  @TriedOnceMore
  @Transactional
  public TagView change(
      String slug, UnaryOperator<TagSettings> edit, long expected, Caller caller) {
    caller.requireUnlimited();
    Subject tag = tags.lockBySlug(slug).orElseThrow(() -> TagProblems.notFound(slug));
    TagSettings settings = edit.apply(new TagSettings(tag.name));
    IfMatch.require(expected, tag.version, tag.updatedAt, () -> audit.lastBy(tag.id).orElse(null));
    tags.findByName(settings.name())
        .filter(other -> !other.id.equals(tag.id))
        .ifPresent(
            other -> {
              throw TagProblems.nameTaken(settings.name(), other.slug);
            });
    TagView before = TagView.of(tag);
    if (tag.change(settings.name(), clock.now())) {
      changeLog.append(change(tag, "name"));
    }
    TagView after = TagView.of(tag);
    audit.record(caller, new Audited("tag.change", "tag", tag.id, null, before, after));
    return after;
  }

  /**
   * The tag with this slug or name, made when it does not exist and the caller may make new ones;
   * within the caller's transaction. The row for the log is added to {@code changes}.
   */
  @Transactional(TxType.MANDATORY)
  public TagView findOrCreate(String slugOrName, Caller caller, Collection<Change> changes) {
    Optional<TagView> known = find(slugOrName);
    if (known.isPresent()) {
      return known.get();
    }
    CreateTag request = new CreateTag(null, slugOrName);
    int length = request.name().codePointCount(0, request.name().length());
    if (length == 0 || length > TagSettings.LONGEST) {
      throw TagProblems.badName("length", 1, TagSettings.LONGEST);
    }
    if (request.name().chars().anyMatch(NameKeys::isControl)) {
      throw TagProblems.badName("plain-line");
    }
    if (!caller.has(Scopes.CONTENT_PUBLISH) || !caller.unlimited()) {
      throw TagProblems.notFound(slugOrName);
    }
    Subject tag = make(request);
    changes.add(change(tag, "tag"));
    return TagView.of(tag);
  }

  /** By slug or name. */
  @Transactional
  public Optional<TagView> find(String slugOrName) {
    return tags.findBySlug(slugOrName).or(() -> tags.findByName(slugOrName)).map(TagView::of);
  }

  private Subject make(CreateTag request) {
    Subject tag = new Subject(freeSlug(request), request.name(), clock.now());
    tags.persistAndFlush(tag);
    return tag;
  }

  private String freeSlug(CreateTag request) {
    if (request.slug() != null) {
      if (tags.slugExists(request.slug())) {
        throw TagProblems.slugTaken(request.slug());
      }
      return request.slug();
    }
    String slug = NameKeys.slug(request.name());
    if (slug.isEmpty()) {
      throw TagProblems.slugRequired(request.name());
    }
    return NameKeys.firstFree(slug, tags::slugExists);
  }

  private static Change change(Subject tag, String part) {
    return Change.of(ChangedThing.TAG, tag.id, tag.version, part).withTags(Set.of(tag.slug));
  }
}
