package org.yujian.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * A display of a follow target's code, such as a poster or a page. Every target of a local account
 * has a default placement, which lasts as long as the account.
 */
@Entity
class Placement {

  static final String DEFAULT_SCENE = "default";
  private static final String DEFAULT_MEDIUM = "page";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SCENE_BITS = 50;
  private static final int SCENE_RADIX = 32;

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "follow_target_id")
  UUID followTargetId;

  String label;
  String medium;
  String place;
  String scene;
  String code;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "deleted_at")
  Instant deletedAt;

  long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  Placement() {}

  private Placement(UUID followTarget, String scene, Instant now) {
    this.followTargetId = followTarget;
    this.scene = scene;
    this.code = randomCode();
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  static Placement standard(UUID followTarget, Instant now) {
    Placement placement = new Placement(followTarget, DEFAULT_SCENE, now);
    placement.label = DEFAULT_SCENE;
    placement.medium = DEFAULT_MEDIUM;
    return placement;
  }

  /**
   * @param scene null to generate one
   */
  static Placement of(UUID followTarget, PlacementSettings settings, String scene, Instant now) {
    Placement placement = new Placement(followTarget, scene == null ? randomScene() : scene, now);
    placement.take(settings);
    return placement;
  }

  boolean isDefault() {
    return scene.equals(DEFAULT_SCENE);
  }

  /** Whether the code responds with 410, even if the change log has no row for the end yet. */
  boolean hasEnded(Instant now) {
    return endsAt != null && !endsAt.isAfter(now);
  }

  /** Applies the settings and raises the version; false when nothing differs. */
  boolean change(PlacementSettings settings, Instant now) {
    if (settings.equals(PlacementSettings.of(this))) {
      return false;
    }
    take(settings);
    changed(now);
    return true;
  }

  private void take(PlacementSettings settings) {
    label = settings.label();
    medium = settings.medium();
    place = settings.place();
    endsAt = settings.endsAt();
  }

  /** Records the end, now or at its past end time; false when it was recorded before. */
  boolean end(Instant now) {
    if (endedAt != null) {
      return false;
    }
    if (!hasEnded(now)) {
      endsAt = now;
    }
    endedAt = now;
    changed(now);
    return true;
  }

  /** Hides an ended placement from the desk. */
  void delete(Instant now) {
    deletedAt = now;
    changed(now);
  }

  private void changed(Instant now) {
    version++;
    updatedAt = now;
  }

  /** 128 random bits: codes are public but cannot be guessed. */
  private static String randomCode() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** At most ten letters and digits; the database enforces uniqueness per target. */
  private static String randomScene() {
    return Long.toString(RANDOM.nextLong() >>> (Long.SIZE - SCENE_BITS), SCENE_RADIX);
  }
}
