package org.yujian.shared.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Moments as RFC 3339: written in UTC with six decimals, read with any offset but never without.
 */
public final class InstantJson {
  private static final DateTimeFormatter SIX_DECIMALS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  // What PostgreSQL and four-digit years can both hold.
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private static final int NANOS = 1_000;

  private InstantJson() {}

  /** The text of a moment as it stands in every answer. By hand: answers may hold thousands. */
  public static String write(Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      return SIX_DECIMALS.format(moment);
    }
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
    char[] text = "0000-00-00T00:00:00.000000Z".toCharArray();
    write(text, 4, utc.getYear());
    write(text, 7, utc.getMonthValue());
    write(text, 10, utc.getDayOfMonth());
    write(text, 13, utc.getHour());
    write(text, 16, utc.getMinute());
    write(text, 19, utc.getSecond());
    write(text, 26, utc.getNano() / NANOS);
    return new String(text);
  }

  /** The digits of a number, the last one before {@code end}. */
  private static void write(char[] text, int end, int number) {
    int place = end;
    for (int rest = number; rest > 0; rest /= 10) {
      place--;
      text[place] = (char) ('0' + rest % 10);
    }
  }

  /**
   * The moment of a text with offset, cut to microseconds as PostgreSQL keeps them.
   *
   * @throws DateTimeException when it is no time, has no offset or lies outside of years 1 to 9999
   */
  public static Instant read(String text) {
    Instant moment =
        OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
            .toInstant()
            .truncatedTo(ChronoUnit.MICROS);
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new DateTimeException("outside of years 1 to 9999");
    }
    return moment;
  }

  static final class Writer extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant moment, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(write(moment));
    }
  }

  static final class Reader extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(Instant.class, in);
      }
      try {
        return read(in.getText());
      } catch (DateTimeException noMoment) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, in.getText(), "no time with offset");
      }
    }
  }
}
