package org.yujian.tag;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.cache.Dependencies;
import org.yujian.cache.ViewCache;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.change.Lookup;
import org.yujian.change.Scope;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.text.NameKeys;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Reads tags, creates and renames them for editors, and resolves them for articles. */
@ApplicationScoped
public class TagService {

  private final TagRepository tags;
  private final PublishedTagRepository published;
  private final ChangeLog changeLog;
  private final Audit audit;
  private final DatabaseClock clock;
  private final Dependencies dependencies;
  private final ViewCache views;

  TagService(
      TagRepository tags,
      PublishedTagRepository published,
      ChangeLog changeLog,
      Audit audit,
      DatabaseClock clock,
      Dependencies dependencies,
      ViewCache views) {
    this.tags = tags;
    this.published = published;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
    this.dependencies = dependencies;
    this.views = views;
  }

  @Transactional
  public TagView read(String slug) {
    TagEntity tag = tags.findBySlug(slug).orElseThrow(() -> TagProblems.notFound(slug));
    dependencies.on(Scope.thing(tag.id));
    return TagView.of(tag);
  }

  @Transactional
  public TagPage list(PageRequest page) {
    dependencies.on(Scope.all(ChangedThing.TAG));
    return TagPage.of(ItemPage.of(page, published.page(page), TagView::key));
  }

  public List<TagView> included(Collection<String> slugs) {
    return slugs.isEmpty() ? List.of() : inOrder(published.views(slugs));
  }

  /**
   * Reads the tags of a page as part of the statement that finds the page.
   *
   * @param slugs subquery of slugs over the rows of the page, {@code found}
   */
  public SqlPart<TagView> part(String slugs) {
    return views.keeping(PublishedTagRepository.part(slugs), TagView::id, TagView::version);
  }

  public String versions(String slugs) {
    return PublishedTagRepository.versions(slugs);
  }

  /** Sorts the tags in list order and records them as dependencies of the response. */
  public List<TagView> inOrder(List<TagView> read) {
    List<TagView> sorted = new ArrayList<>(read);
    sorted.sort(TagView.IN_LIST_ORDER);
    List<Scope> things = new ArrayList<>();
    sorted.forEach(tag -> things.add(Scope.thing(tag.id())));
    dependencies.on(things);
    return sorted;
  }

  @Transactional
  public Lookup<TagView> present(Collection<UUID> ids) {
    return Lookup.of(ids, published::byIds, TagView::id, none -> List.of());
  }

  /** SQL subquery for the id of a slug; {@code slug} is an SQL expression. */
  public String idOf(String slug) {
    return PublishedTagRepository.idOf(slug);
  }

  /** Resolves the slug of a filter; empty when no such tag exists. */
  @Transactional
  public Optional<UUID> resolve(String slug) {
    Optional<UUID> found = Optional.ofNullable(tags.ids(Set.of(slug)).get(slug));
    dependencies.on(found.map(Scope::thing).orElse(Scope.all(ChangedThing.TAG)));
    return found;
  }

  /** Ids by slug; unknown slugs are missing. */
  @Transactional(TxType.MANDATORY)
  public Map<String, UUID> resolve(Collection<String> slugs) {
    return slugs.isEmpty() ? Map.of() : tags.ids(slugs);
  }

  /**
   * Blocks renames until the end of the transaction. Call before locking the change log: with that
   * lock, no transaction may wait for a row.
   */
  @Transactional(TxType.MANDATORY)
  public void lock(Collection<String> slugs) {
    if (!slugs.isEmpty()) {
      tags.lockShared(slugs);
    }
  }

  @RetryOnConflict
  @Transactional
  public TagView create(CreateTag request, Caller caller) {
    caller.requireUnlimited();
    tags.findByName(request.name())
        .ifPresent(
            taken -> {
              throw TagProblems.nameTaken(request.name(), taken.slug);
            });
    TagEntity tag = make(request);
    changeLog.append(change(tag, "tag"));
    TagView made = TagView.of(tag);
    audit.record(caller, new AuditEvent("tag.create", "tag", tag.id, null, null, made));
    return made;
  }

  @RetryOnConflict
  @Transactional
  public TagView change(
      String slug, UnaryOperator<TagSettings> edit, long expected, Caller caller) {
    caller.requireUnlimited();
    TagEntity tag = tags.lockBySlug(slug).orElseThrow(() -> TagProblems.notFound(slug));
    TagSettings old = new TagSettings(tag.name);
    TagSettings settings = edit.apply(old);
    IfMatch.require(expected, tag.version, tag.updatedAt, () -> audit.lastBy(tag.id).orElse(null));
    tags.findByName(settings.name())
        .filter(other -> !settings.equals(old) && !other.id.equals(tag.id))
        .ifPresent(
            other -> {
              throw TagProblems.nameTaken(settings.name(), other.slug);
            });
    TagView before = TagView.of(tag);
    if (tag.rename(settings.name(), clock.now())) {
      changeLog.append(change(tag, "name"));
    }
    TagView after = TagView.of(tag);
    audit.record(caller, new AuditEvent("tag.change", "tag", tag.id, null, before, after));
    return after;
  }

  /**
   * Finds a tag by slug or name, or creates it if the caller may do so, else 404. Adds the row for
   * the change log to {@code changes}.
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
    TagEntity tag = make(request);
    changes.add(change(tag, "tag"));
    return TagView.of(tag);
  }

  @Transactional
  public Optional<TagView> find(String slugOrName) {
    return tags.findBySlug(slugOrName).or(() -> tags.findByName(slugOrName)).map(TagView::of);
  }

  private TagEntity make(CreateTag request) {
    TagEntity tag = new TagEntity(freeSlug(request), request.name(), clock.now());
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

  private static Change change(TagEntity tag, String part) {
    return Change.of(ChangedThing.TAG, tag.id, tag.version, part).withTags(Set.of(tag.slug));
  }
}
