package org.yujian.edition;

import java.time.Instant;

/** State of an edition without its articles, for the audit. */
record EditionSnapshot(
    EditionState state,
    long version,
    long deskVersion,
    DeskEdition.Schedule schedule,
    Instant publishedAt,
    Long lateSeconds,
    WithdrawalClass withdrawalClass) {

  static EditionSnapshot of(Edition edition) {
    return new EditionSnapshot(
        edition.state,
        edition.version,
        edition.deskVersion,
        DeskEdition.Schedule.of(edition),
        edition.publishedAt,
        edition.lateSeconds,
        edition.withdrawal == null ? null : edition.withdrawal.reason);
  }
}
