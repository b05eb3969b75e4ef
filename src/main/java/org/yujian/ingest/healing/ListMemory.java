package org.yujian.ingest.healing;

import java.util.EnumMap;
import java.util.Map;

/**
 * Tracks the lists of an article while it is read: the newest marker of every kind, and the last
 * point of a speech.
 */
final class ListMemory {

  private final Map<ItemMarker.Kind, Integer> ordinals = new EnumMap<>(ItemMarker.Kind.class);

  /** Whether an item before the newest one of its list ended without punctuation. */
  private boolean unpunctuated;

  private Passage newest;
  private Enumeration.Point point;

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

  /** The next number of the same kind, or the same bullet. */
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
