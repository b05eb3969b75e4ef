package org.yujian.ingest.healing;

import java.util.EnumMap;
import java.util.Map;

/** Remembers the newest marker of each list of an article, and the last point of a speech. */
final class ListMemory {

  private final Map<ItemMarker.Kind, Integer> ordinals = new EnumMap<>(ItemMarker.Kind.class);

  /** Whether an item of the list, before its newest one, ended without punctuation. */
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

  /** Whether the marker is the next number of a list, or the bullet of a list. */
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
