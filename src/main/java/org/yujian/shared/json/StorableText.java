package org.yujian.shared.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;

/**
 * Accepts only text that a UTF-8 column can hold: no NUL, no unpaired surrogate. Otherwise the
 * database would fail later, in the middle of a transaction.
 */
public final class StorableText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  StorableText() {
    super(String.class);
  }

  /** Whether PostgreSQL can store the text unchanged. */
  public static boolean accepts(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.Textual;
  }

  @Override
  public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
    String text = StringDeserializer.instance.deserialize(in, context);
    if (text != null && !accepts(text)) {
      throw new Unstorable(in, text);
    }
    return text;
  }

  /** Gives the reason to the exception mapper; the text itself is not sent back to the client. */
  public static final class Unstorable extends InvalidFormatException {
    private static final long serialVersionUID = 1L;

    Unstorable(JsonParser in, String text) {
      super(in, "holds characters that cannot be stored", text, String.class);
    }
  }
}
