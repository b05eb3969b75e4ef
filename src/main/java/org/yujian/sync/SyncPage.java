package org.yujian.sync;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of delta sync. It contains each resource at most once, in its current state.
 *
 * @param changes changes in the order in which to apply them
 * @param next token for an immediate request; absent at the end, when the copy is complete
 * @param hasMore whether there are more changes; then ask again at once
 * @param token token for the next request
 * @param pollAfterSeconds seconds after which to ask again; 0 together with {@code next}
 */
@Schema(name = "SyncPage")
public record SyncPage(
    @NotNull List<SyncChange> changes,
    String next,
    @NotNull Boolean hasMore,
    @NotNull String token,
    @NotNull Integer pollAfterSeconds) {

  /** Changes are likely to be followed by others; live hints make polling unnecessary. */
  private static final int AFTER_CHANGES = 10;

  private static final int AFTER_NOTHING = 30;

  static SyncPage of(List<SyncChange> changes, String token, boolean more) {
    return new SyncPage(
        changes, more ? token : null, more, token, pollAfter(changes.isEmpty(), more));
  }

  /** Seconds after which to ask again, following a response with or without changes. */
  public static int pollAfter(boolean nothing, boolean more) {
    int later = nothing ? AFTER_NOTHING : AFTER_CHANGES;
    return more ? 0 : later;
  }
}
