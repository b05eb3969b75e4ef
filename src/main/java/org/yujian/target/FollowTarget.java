package org.yujian.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.yujian.media.Picture;
import org.yujian.shared.text.NameKeys;

/** Something to follow by QR code: an account here, or an outside one with a URL or picture. */
@Entity
@Table(name = "follow_target")
class FollowTarget {

  /** HIDDEN: in drafts only, or of a hidden account. CLOSED: of a closed account. */
  enum State {
    HIDDEN("hidden"),
    OPEN("open"),
    CLOSED("closed");

    @EnumeratedValue final String value;

    State(String value) {
      this.value = value;
    }
  }

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  String name;

  @Column(name = "name_key")
  String nameKey;

  @Column(name = "sort_key")
  String sortKey;

  @Column(name = "account_id")
  UUID accountId;

  String url;

  @JdbcTypeCode(SqlTypes.JSON)
  Picture image;

  @Enumerated(EnumType.STRING)
  State state;

  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  FollowTarget() {}

  FollowTarget(String name, State state, Instant now) {
    this.state = state;
    this.version = 1;
    this.createdAt = now;
    rename(name, now);
  }

  /** Becomes the target of a local account and loses its own URL and image. */
  void link(UUID account, boolean open, Instant now) {
    accountId = account;
    url = null;
    image = null;
    if (open) {
      state = State.OPEN;
    }
    changed(now);
  }

  boolean needsCode() {
    return accountId == null && url == null && image == null;
  }

  /** Takes the code that a document shows, unless the target has one; false then. */
  boolean takeCode(String codeUrl, Picture codeImage, Instant now) {
    if (!needsCode()) {
      return false;
    }
    url = codeUrl;
    image = codeImage;
    changed(now);
    return true;
  }

  /** Makes a hidden target public; false when it was public already, or is closed for ever. */
  boolean open(Instant now) {
    if (state != State.HIDDEN) {
      return false;
    }
    state = State.OPEN;
    updatedAt = now;
    return true;
  }

  /** Closes the target with its account: requests get 410, even if the target was never public. */
  void close(Instant now) {
    state = State.CLOSED;
    changed(now);
  }

  /** Raises the version before a deletion: clients apply a deletion only with a higher version. */
  void leave(Instant now) {
    changed(now);
  }

  void codeEnded(Instant now) {
    changed(now);
  }

  /** Applies name, URL and picture and raises the version; false when nothing differs. */
  boolean change(FollowTargetSettings settings, Instant now) {
    if (settings.equals(FollowTargetSettings.of(this))) {
      return false;
    }
    if (!settings.name().equals(FollowTargetSettings.of(this).name())) {
      // An unchanged name keeps its stored key, even if an earlier release made the key by other
      // rules.
      rename(settings.name(), now);
    }
    url = settings.url();
    image = settings.image();
    changed(now);
    return true;
  }

  private void rename(String newName, Instant now) {
    name = NameKeys.clean(newName);
    nameKey = NameKeys.unique(newName);
    sortKey = NameKeys.sort(newName);
    updatedAt = now;
  }

  private void changed(Instant now) {
    version++;
    updatedAt = now;
  }
}
