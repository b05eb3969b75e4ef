package org.yujian.shared.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Seed;

/** Moments are written as the formatter of the platform would, and read back as they were. */
class InstantJsonTest {
  private static final DateTimeFormatter FORMATTER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @Test
  void anyMoment() {
    Random random = Seed.random("moments");
    for (int i = 0; i < 10_000; i++) {
      long second = FIRST + (long) (random.nextDouble() * (LAST - FIRST));
      assertWritten(Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1_000L));
    }
  }

  @Test
  void theEdges() {
    for (String text :
        new String[] {
          "0001-01-01T00:00:00Z",
          "1969-12-31T23:59:59.999999Z",
          "1970-01-01T00:00:00Z",
          "2024-02-29T23:59:59.000001Z",
          "9999-12-31T23:59:59.999999Z"
        }) {
      assertWritten(Instant.parse(text));
    }
    Instant early = Instant.parse("-0001-01-01T00:00:00Z");
    assertThat(InstantJson.write(early)).isEqualTo(FORMATTER.format(early));
    Instant late = Instant.parse("+10000-01-01T00:00:00Z");
    assertThat(InstantJson.write(late)).isEqualTo(FORMATTER.format(late));
    assertThat(InstantJson.write(Instant.parse("2024-05-06T07:08:09.123456789Z")))
        .isEqualTo("2024-05-06T07:08:09.123456Z");
  }

  private static void assertWritten(Instant moment) {
    String text = InstantJson.write(moment);
    assertThat(text).isEqualTo(FORMATTER.format(moment));
    assertThat(InstantJson.read(text)).isEqualTo(moment);
  }
}
