package org.yujian.database;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.yujian.shared.settings.Settings;

/**
 * How long a statement waits for a server that sends nothing: {@code yujian.database-timeout} if it
 * is set, else {@code socketTimeout} of a JDBC URL with several hosts, else 10 seconds with several
 * hosts, because another one can serve soon, and 30 with one.
 */
final class SilenceTimeout {
  private static final String SETTING = "yujian.database-timeout";
  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final Duration SEVERAL_HOSTS = Duration.ofSeconds(10);

  private SilenceTimeout() {}

  static Duration of(Settings settings) {
    Config config = ConfigProvider.getConfig();
    String url = config.getOptionalValue(URL, String.class).orElse("");
    if (isSet(config) || !ConnectionDefaults.hasSeveralHosts(url)) {
      return settings.databaseTimeout();
    }
    String given = ConnectionDefaults.given(url, "socketTimeout");
    return given == null ? SEVERAL_HOSTS : Duration.ofSeconds(Long.parseLong(given));
  }

  /** Defaults come from the source with the lowest possible ordinal. */
  private static boolean isSet(Config config) {
    ConfigValue value = config.getConfigValue(SETTING);
    return value.getValue() != null && value.getSourceOrdinal() > Integer.MIN_VALUE;
  }
}
