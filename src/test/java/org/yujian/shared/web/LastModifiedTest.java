package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastModifiedTest {

  private static final Instant CHANGE = Instant.parse("2026-03-01T08:05:09.9Z");
  private static final String DATE = "Sun, 01 Mar 2026 08:05:09 GMT";

  @Test
  void aDateHasTheFormOfHttp() {
    assertThat(LastModified.date(CHANGE)).isEqualTo(DATE);
  }

  @Test
  void aChangeIsSettledAfterAMinute() {
    assertThat(LastModified.settled(DATE, CHANGE)).isFalse();
    assertThat(LastModified.settled(DATE, Instant.parse("2026-03-01T08:06:09Z"))).isFalse();
    assertThat(LastModified.settled(DATE, Instant.parse("2026-03-01T08:06:10Z"))).isTrue();
    assertThat(LastModified.settled("yesterday", Instant.MAX)).isFalse();
    assertThat(LastModified.settled(null, CHANGE)).isFalse();
  }

  @Test
  void onlyTheSameDateWithoutAnETagIsKnown() {
    assertThat(LastModified.known(DATE, null, DATE)).isTrue();
    assertThat(LastModified.known(DATE, List.of(), DATE)).isTrue();
    assertThat(LastModified.known(DATE, List.of("\"x\""), DATE)).isFalse();
    assertThat(LastModified.known(DATE, null, "Sun, 01 Mar 2026 08:05:10 GMT")).isFalse();
    assertThat(LastModified.known(DATE, null, null)).isFalse();
  }
}
