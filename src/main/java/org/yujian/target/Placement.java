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

/** Where a follow target's code hangs. Every target of an account here has a default one. */
@Entity
class Placement {

  static final String DEFAULT_SCENE = "default";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "follow_target_id")
  UUID followTargetId;

  String label;
  String scene;
  String code;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "created_at")
  Instant createdAt;

  Placement() {}

  static Placement standard(UUID followTarget, Instant now) {
    Placement placement = new Placement();
    placement.followTargetId = followTarget;
    placement.label = DEFAULT_SCENE;
    placement.scene = DEFAULT_SCENE;
    placement.code = randomCode();
    placement.createdAt = now;
    return placement;
  }

  /** 128 random bits: public, but nobody finds the codes of others by trying. */
  private static String randomCode() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
