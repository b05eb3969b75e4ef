package org.yujian.editing;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;
import org.yujian.shared.page.PageKey;

/**
 * Place of an article in the desk search, the newest first.
 *
 * @param order feed order of an article that is or was live; of a draft the feed order of the
 *     moment in which its article was made
 */
record DeskPlace(long order, UUID id) {

  /** Feed orders of a millisecond. */
  private static final long ORDERS = 8_000;

  /** The 16 last bits of this half of a UUIDv7 are no time. */
  private static final int NO_TIME = 16;

  static final DeskPlace FIRST = new DeskPlace(Long.MAX_VALUE, new UUID(-1, -1));
  static final DeskPlace END = new DeskPlace(Long.MIN_VALUE, new UUID(0, 0));

  /** As in the list; PostgreSQL compares ids as texts, Java does not. */
  static final Comparator<DeskPlace> IN_LIST =
      Comparator.comparingLong(DeskPlace::order)
          .thenComparing(place -> place.id.toString())
          .reversed();

  PageKey key() {
    String text = HexFormat.of().toHexDigits(Long.MAX_VALUE - order);
    return PageKey.named(text, complement(id));
  }

  /** The place of a key; also of one of the releases that listed by id alone. */
  static DeskPlace of(PageKey key) {
    PageKey.Named named = (PageKey.Named) key;
    UUID id = complement(named.id());
    if (named.text().isEmpty()) {
      return new DeskPlace((id.getMostSignificantBits() >>> NO_TIME) * ORDERS, id);
    }
    return key.compareTo(END.key()) >= 0
        ? END
        : new DeskPlace(Long.MAX_VALUE - HexFormat.fromHexDigitsToLong(named.text()), id);
  }

  private static UUID complement(UUID id) {
    return new UUID(~id.getMostSignificantBits(), ~id.getLeastSignificantBits());
  }
}
