package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.sync.SyncPage;

/**
 * A page of a reader's sync, with the fields of a page of public sync.
 *
 * @param changes changes in the order in which to apply them
 * @param next token for the next request; absent at the end, when the copy is complete
 * @param hasMore whether there are more changes; then request them at once
 * @param token token for the next poll
 * @param pollAfterSeconds seconds until the next poll; 0 together with {@code next}
 */
@Schema(name = "ReaderSyncPage")
public record ReaderSyncPage(
    @NotNull List<ReaderSyncChange> changes,
    String next,
    @NotNull Boolean hasMore,
    @NotNull String token,
    @NotNull Integer pollAfterSeconds) {

  static ReaderSyncPage of(List<ReaderSyncChange> changes, ReaderSyncToken place, boolean more) {
    String token = place.encode();
    return new ReaderSyncPage(
        changes, more ? token : null, more, token, SyncPage.pollAfter(changes.isEmpty(), more));
  }
}
