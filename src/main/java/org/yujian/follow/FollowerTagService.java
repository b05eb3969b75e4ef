package org.yujian.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.account.AccountService;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Manages follower tags. Creating and renaming lock the account, so names stay unique. */
@ApplicationScoped
class FollowerTagService {

  static final int MOST = 100;

  private static final String THING = "followerTag";

  private final FollowerTagRepository tags;
  private final AccountService accounts;
  private final Audit audit;
  private final DatabaseClock clock;

  FollowerTagService(
      FollowerTagRepository tags, AccountService accounts, Audit audit, DatabaseClock clock) {
    this.tags = tags;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  FollowerTagPage list(String account, PageRequest page, Caller caller) {
    UUID id = accounts.deskRead(account, caller).id();
    return FollowerTagPage.of(ItemPage.of(page, tags.page(id, page), FollowerTagView::key));
  }

  @Transactional
  FollowerTagView read(String account, UUID id, Caller caller) {
    return FollowerTagView.of(
        tags.find(accounts.deskRead(account, caller).id(), id)
            .orElseThrow(() -> FollowerProblems.tagNotFound(id)));
  }

  @RetryOnConflict
  @Transactional
  FollowerTagView create(String account, FollowerTagSettings settings, Caller caller) {
    UUID owner = accounts.deskRead(account, caller).id();
    accounts.lock(owner);
    requireFree(owner, settings.name(), null);
    if (tags.countOf(owner) >= MOST) {
      throw FollowerProblems.tooManyTags();
    }
    FollowerTag tag = new FollowerTag(owner, settings.name(), clock.now());
    tags.persistAndFlush(tag);
    FollowerTagView made = FollowerTagView.of(tag);
    audit.record(caller, new AuditEvent("followerTag.create", THING, tag.id, owner, null, made));
    return made;
  }

  @RetryOnConflict
  @Transactional
  FollowerTagView change(
      String account,
      UUID id,
      UnaryOperator<FollowerTagSettings> edit,
      long expected,
      Caller caller) {
    UUID owner = accounts.deskRead(account, caller).id();
    accounts.lock(owner);
    FollowerTag tag = tags.lock(owner, id).orElseThrow(() -> FollowerProblems.tagNotFound(id));
    FollowerTagSettings old = new FollowerTagSettings(tag.name);
    FollowerTagSettings settings = edit.apply(old);
    IfMatch.require(expected, tag.version, tag.updatedAt, () -> audit.lastBy(id).orElse(null));
    if (!settings.equals(old)) {
      requireFree(owner, settings.name(), id);
    }
    FollowerTagView before = FollowerTagView.of(tag);
    tag.change(settings.name(), clock.now());
    FollowerTagView after = FollowerTagView.of(tag);
    audit.record(caller, new AuditEvent("followerTag.change", THING, id, owner, before, after));
    return after;
  }

  @RetryOnConflict
  @Transactional
  void delete(String account, UUID id, Caller caller) {
    UUID owner = accounts.deskRead(account, caller).id();
    FollowerTag tag = tags.lock(owner, id).orElseThrow(() -> FollowerProblems.tagNotFound(id));
    FollowerTagView before = FollowerTagView.of(tag);
    tags.remove(id);
    audit.record(caller, new AuditEvent("followerTag.delete", THING, id, owner, before, null));
  }

  private void requireFree(UUID account, String name, UUID own) {
    Optional<FollowerTag> taken = tags.findByName(account, name);
    if (taken.isPresent() && !taken.get().id.equals(own)) {
      throw FollowerProblems.tagNameTaken(name);
    }
  }
}
