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

/** The stored response to the first request with a key. */
@Entity
@Immutable
@Table(name = "idempotency")
class StoredAnswer {

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

  /** The ids in the body; null in rows of older releases. */
  UUID[] things;

  boolean purged;
}
