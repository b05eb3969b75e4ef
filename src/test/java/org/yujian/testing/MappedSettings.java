package org.yujian.testing;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.yujian.shared.settings.Settings;

/** Settings as a configuration gives them, for tests without the running program. */
public final class MappedSettings {
  private MappedSettings() {}

  /** From whole names such as {@code yujian.media.folder}; others have their defaults. */
  public static Settings of(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(Settings.class)
        .withDefaultValues(properties)
        .build()
        .getConfigMapping(Settings.class);
  }
}
