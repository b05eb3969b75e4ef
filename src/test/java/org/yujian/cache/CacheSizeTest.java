package org.yujian.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.MappedSettings;

/** The size of the cache under its name, and for one release under the old one. */
class CacheSizeTest {

  private static final long MEGABYTE = 1024L * 1024;

  private static long size(Map<String, String> values) {
    return ResponseCache.size(MappedSettings.of(values)).asLongValue();
  }

  @Test
  void theOldNameIsReadForOneRelease() {
    assertThat(size(Map.of())).isEqualTo(64 * MEGABYTE);
    assertThat(size(Map.of("yujian.response-cache-size", "32M"))).isEqualTo(32 * MEGABYTE);
    assertThat(size(Map.of("yujian.remembered-bytes", "16M"))).isEqualTo(16 * MEGABYTE);
  }
}
