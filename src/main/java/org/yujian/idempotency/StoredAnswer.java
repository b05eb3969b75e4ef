package org.yujian.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The first answer to a request with a key. */
@Entity
@Immutable
@Table(name = "idempotency")
class StoredAnswer {

  /** Whose key, for which operation. */
  @Embeddable
  record Id(UUID caller, String operation, @Column(name = "key_sha256") String keySha256)
      implements Serializable {}

  @EmbeddedId Id id;

  @Column(name = "request_sha256")
  String requestSha256;

  Instant at;
  int status;
  String location;
  String etag;

  @Column(name = "cache_control")
  String cacheControl;

  byte[] body;

  /** The ids that stand in the body. */
  UUID[] things;

  /** The body held content that was emptied since. */
  boolean purged;
}
