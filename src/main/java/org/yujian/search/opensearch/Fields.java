package org.yujian.search.opensearch;

import java.util.Locale;
import org.yujian.search.index.IndexField;

/** Names of the fields of a document; {@code package-info} says what they hold. */
final class Fields {
  static final String ORDER = "order";
  static final String ACCOUNT = "account";
  static final String TAG = "tag";

  /** A second form of a text that OpenSearch makes itself. */
  static final String PAIRS = "pairs";

  private Fields() {}

  /** Single code points of a text; the only one of the two that a document names. */
  static String single(IndexField field) {
    return name(field, "");
  }

  /** Pairs of adjacent code points of a text, with their positions. */
  static String pairs(IndexField field) {
    return name(field, ".") + PAIRS;
  }

  static String words(IndexField field) {
    return name(field, "-word");
  }

  static String sounds(IndexField field) {
    return name(field, "-sound");
  }

  private static String name(IndexField field, String kind) {
    return field.name().toLowerCase(Locale.ROOT) + kind;
  }
}
