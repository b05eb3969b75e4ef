package org.yujian.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.change.SyncToken;
import org.yujian.search.LiveTexts.Logged;
import org.yujian.search.LiveTexts.Portion;
import org.yujian.search.index.IndexGeneration;

/** Writes what a page of the change log names to a generation, as it is now. */
final class LogFollower {

  private final LiveTexts texts;
  private final BatchWriter writer;

  LogFollower(LiveTexts texts, BatchWriter writer) {
    this.texts = texts;
    this.writer = writer;
  }

  /**
   * A page that was written.
   *
   * @param token its end
   * @param more whether the log goes on
   */
  record Page(SyncToken token, boolean more) {}

  /**
   * Writes the next page and refreshes the generation, if anything changed.
   *
   * @return empty when the log does not reach back to the token
   */
  Optional<Page> next(SyncToken after, IndexGeneration index) {
    Optional<Logged> read = texts.after(after);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    boolean written = writer.write(read.get().first(), index);
    List<UUID> later = read.get().first().later();
    while (!later.isEmpty()) {
      Portion portion = texts.of(later);
      written |= writer.write(portion, index);
      later = portion.later();
    }
    if (written) {
      index.refresh();
    }
    return Optional.of(new Page(read.get().token(), read.get().more()));
  }
}
