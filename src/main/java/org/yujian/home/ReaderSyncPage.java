package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.sync.SyncPage;

/**
 * An answer of a reader's sync, shaped as that of public sync.
 *
 * @param next what to ask with at once; missing at the end, when the copy is complete
 * @param token what to ask with next time
 * @param pollAfterSeconds when it is worth asking again; 0 with {@code next}
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
