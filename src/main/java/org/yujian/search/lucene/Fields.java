package org.yujian.search.lucene;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.yujian.search.index.IndexField;

/**
 * Names of the Lucene fields and forms of their terms; {@code package-info} says what they hold.
 */
final class Fields {
  static final String ID = "id";
  static final String ORDER = "order";
  static final String ACCOUNT = "account";
  static final String TAG = "tag";

  private Fields() {}

  /** Single code points of a text. */
  static String single(IndexField field) {
    return name(field, "1");
  }

  /** Pairs of adjacent code points of a text, with their positions. */
  static String pairs(IndexField field) {
    return name(field, "2");
  }

  static String words(IndexField field) {
    return name(field, "-word");
  }

  static String sounds(IndexField field) {
    return name(field, "-sound");
  }

  static BytesRef bytes(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  static UUID id(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  static Term term(String field, UUID id) {
    return new Term(field, bytes(id));
  }

  private static String name(IndexField field, String kind) {
    return field.name().toLowerCase(Locale.ROOT) + kind;
  }
}
