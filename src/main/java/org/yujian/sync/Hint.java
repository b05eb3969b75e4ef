package org.yujian.sync;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.change.ChangedThing;
import org.yujian.change.CommittedChange;
import org.yujian.change.LogPage;

/**
 * A hint that something changed, without the content; sync returns that.
 *
 * @param changes the first hundred changes
 * @param more whether there are more
 */
@Schema(name = "Hint")
record Hint(@NotNull List<Changed> changes, @NotNull Boolean more) {
  static final int MOST = 100;
  static final Hint NOTHING = new Hint(List.of(), false);

  /**
   * One changed resource.
   *
   * @param type type of the resource
   * @param id id of the resource
   * @param version version of the resource after the change
   */
  @Schema(name = "HintedChange")
  record Changed(@NotNull String type, @NotNull UUID id, @NotNull Long version) {

    private static Changed of(ChangedThing thing, UUID id, long version) {
      return new Changed(thing.type(), id, version);
    }
  }

  static Hint of(List<CommittedChange> rows) {
    return new Hint(
        rows.stream()
            .limit(MOST)
            .map(row -> Changed.of(row.thing(), row.id(), row.version()))
            .toList(),
        rows.size() > MOST);
  }

  static Hint of(LogPage page) {
    return new Hint(
        page.rows().stream().map(row -> Changed.of(row.thing(), row.id(), row.version())).toList(),
        page.more());
  }
}
