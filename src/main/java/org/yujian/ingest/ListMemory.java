package org.yujian.ingest;

import java.util.EnumMap;
import java.util.Map;

/**
 * The lists of an article as far as it was read: the newest marker of every kind, and the point of
 * a speech that came last.
 */
final class ListMemory {

  private final Map<ItemMarker.Kind, Integer> ordinals = new EnumMap<>(ItemMarker.Kind.class);

  /** An item before the newest one of its list ended without punctuation. */
  private boolean unpunctuated;

  private Passage newest;
  private Enumeration.Point point;

  /** Takes note of a passage when it begins. */
  void note(Passage passage, String text) {
    ItemMarker marker = passage.listMarker();
    if (marker != null) {
      boolean sameList = newest != null && marker.isSameKind(newest.listMarker());
      boolean next = sameList && newest.listMarker().isFollowedBy(marker);
      unpunctuated = next && (unpunctuated || !Shape.isPunctuatedAtEnd(newest.text()));
      newest = passage;
      ordinals.put(marker.kind(), marker.ordinal());
    }
    point = passage.kind() == Passage.Kind.POINT ? Enumeration.of(text) : point;
    if (passage.kind() == Passage.Kind.HEADING) {
      point = null;
    }
  }

  /** The same kind with the next number, or the same bullet. */
  boolean isContinuedBy(ItemMarker marker) {
    Integer last = ordinals.get(marker.kind());
    int wanted = marker.kind().isBullet() ? marker.ordinal() : marker.ordinal() - 1;
    return last != null && last == wanted;
  }

  boolean isContinuedBy(Enumeration.Point next) {
    return point != null && point.isFollowedBy(next);
  }

  /** Whether an item before {@code item}, the newest of its list, ends without punctuation. */
  boolean isUnpunctuated(Passage item) {
    return item == newest && unpunctuated;
  }
}
