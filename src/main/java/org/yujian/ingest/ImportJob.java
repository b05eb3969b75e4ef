package org.yujian.ingest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;

/** An imported document and its report. Undoing a join heals the document again. */
@Entity
@DynamicUpdate
@Table(name = "import_job")
class ImportJob {

  /** Set before the insert, because the report contains the id; a UUIDv7 like all ids. */
  @Id UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "file_name")
  String fileName;

  byte[] document;

  @JdbcTypeCode(SqlTypes.JSON)
  ImportReport report;
}
