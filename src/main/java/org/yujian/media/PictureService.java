package org.yujian.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Uploads, lists, changes and deletes the pictures of accounts for editors. */
@ApplicationScoped
public class PictureService {

  private static final String THING = "picture";

  private final AccountPictureRepository owned;
  private final PictureRepository pictures;
  private final PictureMaker maker;
  private final Audit audit;
  private final DatabaseClock clock;

  PictureService(
      AccountPictureRepository owned,
      PictureRepository pictures,
      PictureMaker maker,
      Audit audit,
      DatabaseClock clock) {
    this.owned = owned;
    this.pictures = pictures;
    this.maker = maker;
    this.audit = audit;
    this.clock = clock;
  }

  /** First half of an upload, outside of transactions; returns the key of the content. */
  String store(byte[] bytes, UUID account, PictureSettings settings, Caller caller) {
    lockedOwner(account, caller);
    return maker.store(bytes, settings.focalPoint()).key;
  }

  /** The account that gets the picture; it cannot be deleted until the end of the transaction. */
  @Transactional
  UUID lockedOwner(UUID account, Caller caller) {
    UUID owner = owner(account, caller);
    if (!caller.reaches(owner) || !owned.lockAccount(owner)) {
      throw PictureProblems.accountNotFound(owner);
    }
    return owner;
  }

  /** Second half. An account that has the content keeps its picture as it is. */
  @RetryOnConflict
  @Transactional
  DeskPicture add(String key, UUID account, PictureSettings settings, Caller caller) {
    UUID owner = lockedOwner(account, caller);
    AccountPicture picture =
        owned
            .ofAccount(owner, key)
            .orElseGet(
                () -> {
                  AccountPicture made =
                      new AccountPicture(
                          owner, pictures.findById(key), settings, caller.name(), clock.now());
                  owned.persistAndFlush(made);
                  audit.record(
                      caller, event("picture.create", made, null, DeskPicture.of(made, null)));
                  return made;
                });
    return seen(picture);
  }

  /** The only account of a limited key need not be named. */
  private static UUID owner(UUID account, Caller caller) {
    if (account != null) {
      return account;
    }
    if (caller.accounts() == null || caller.accounts().size() != 1) {
      throw PictureProblems.accountRequired();
    }
    return caller.accounts().iterator().next();
  }

  @Transactional
  public DeskPicturePage list(UUID account, Boolean used, PageRequest page, Caller caller) {
    List<DeskPicture> rows =
        owned.page(caller.accounts(), account, used, page).stream()
            .map(picture -> DeskPicture.of(picture, null))
            .toList();
    return DeskPicturePage.of(ItemPage.of(page, rows, DeskPicture::key));
  }

  @Transactional
  public DeskPicture read(UUID id, Caller caller) {
    return seen(reached(id, caller));
  }

  /** Changes texts and focal point; articles that show the picture keep what they have. */
  DeskPicture change(UUID id, UnaryOperator<PictureSettings> edit, long expected, Caller caller) {
    AccountPicture before = readable(id, caller);
    maker.cut(before.stored, edit.apply(before.settings()).focalPoint());
    return written(id, edit, expected, caller);
  }

  @Transactional
  AccountPicture readable(UUID id, Caller caller) {
    return reached(id, caller);
  }

  @RetryOnConflict
  @Transactional
  DeskPicture written(UUID id, UnaryOperator<PictureSettings> edit, long expected, Caller caller) {
    reached(id, caller);
    AccountPicture picture = owned.lock(id).orElseThrow(() -> PictureProblems.notFound(id));
    IfMatch.require(
        expected, picture.version, picture.updatedAt, () -> audit.lastBy(id).orElse(null));
    DeskPicture before = DeskPicture.of(picture, null);
    if (picture.change(edit.apply(picture.settings()), clock.now())) {
      audit.record(caller, event("picture.change", picture, before, DeskPicture.of(picture, null)));
    }
    return seen(picture);
  }

  /** Deletes a picture that nothing uses; its files go with the next sweep. */
  @RetryOnConflict
  @Transactional
  void delete(UUID id, long expected, Caller caller) {
    reached(id, caller);
    AccountPicture picture = owned.lock(id).orElseThrow(() -> PictureProblems.notFound(id));
    IfMatch.require(
        expected, picture.version, picture.updatedAt, () -> audit.lastBy(id).orElse(null));
    List<DeskPicture.Use> uses = uses(picture);
    if (!uses.isEmpty()) {
      throw PictureProblems.inUse(id, uses);
    }
    audit.record(caller, event("picture.delete", picture, DeskPicture.of(picture, null), null));
    owned.delete(picture);
  }

  private AccountPicture reached(UUID id, Caller caller) {
    AccountPicture picture =
        owned.findByIdOptional(id).orElseThrow(() -> PictureProblems.notFound(id));
    caller.requireAccount(picture.accountId, () -> PictureProblems.notFound(id));
    return picture;
  }

  private DeskPicture seen(AccountPicture picture) {
    return DeskPicture.of(picture, uses(picture));
  }

  private List<DeskPicture.Use> uses(AccountPicture picture) {
    return owned.uses(picture).stream().map(DeskPicture.Use::of).toList();
  }

  private static AuditEvent event(
      String action, AccountPicture picture, DeskPicture before, DeskPicture after) {
    return new AuditEvent(action, THING, picture.id, picture.accountId, before, after);
  }
}
