package org.yujian.shared.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;

/**
 * Text that a UTF-8 column can hold: no NUL, no half of a surrogate pair. Refused at the door,
 * since the database would answer with an error of its own, in the middle of the work.
 */
public final class StorableText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  StorableText() {
    super(String.class);
  }

  /** Whether PostgreSQL can store the text as it is. */
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

  /** Tells the mapper of exceptions why; the text itself is not repeated to the client. */
  public static final class Unstorable extends InvalidFormatException {
    private static final long serialVersionUID = 1L;

    Unstorable(JsonParser in, String text) {
      super(in, "holds characters that cannot be stored", text, String.class);
    }
  }
}
