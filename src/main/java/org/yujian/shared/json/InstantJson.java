package org.yujian.shared.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Reads and writes times as RFC 3339: written in UTC with six decimals, read with any offset. */
public final class InstantJson {
  private static final DateTimeFormatter SIX_DECIMALS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String FORM = "0000-00-00T00:00:00.000000Z";
  // The range that both PostgreSQL and four-digit years can hold.
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private InstantJson() {}

  /** The text of a time. Java's formatter took half the time of writing a page of JSON. */
  public static String write(Instant moment) {
    LocalDateTime at =
        LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
    if (at.getYear() < 0 || at.getYear() > 9_999) {
      return SIX_DECIMALS.format(moment);
    }
    byte[] text = FORM.getBytes(StandardCharsets.ISO_8859_1);
    digits(text, 0, 4, at.getYear());
    digits(text, 5, 2, at.getMonthValue());
    digits(text, 8, 2, at.getDayOfMonth());
    digits(text, 11, 2, at.getHour());
    digits(text, 14, 2, at.getMinute());
    digits(text, 17, 2, at.getSecond());
    digits(text, 20, 6, at.getNano() / 1_000);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void digits(byte[] text, int from, int count, int number) {
    int rest = number;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /**
   * Parses a time with offset, truncated to microseconds like PostgreSQL's.
   *
   * @throws DateTimeException when it is not a time, has no offset or is outside of years 1 to 9999
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
