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
 * A place where the code of a follow target is displayed, such as a poster. Each has its own code,
 * and a scene: a label that follows and scans keep. The default placement of an account lasts as
 * long as the account.
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

  /** Whether the end time has passed; the change log may not have a row for the end yet. */
  boolean hasEnded(Instant now) {
    return endsAt != null && !endsAt.isAfter(now);
  }

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

  /** Records the end, at the end time or now; false when the end was already recorded. */
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
