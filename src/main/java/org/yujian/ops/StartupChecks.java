package org.yujian.ops;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.oidc.OidcCheck;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.database.StartupFailure;
import org.yujian.follow.AppLinks;
import org.yujian.media.storage.ConfiguredStorage;
import org.yujian.media.storage.S3Access;
import org.yujian.search.opensearch.OpenSearchIndex;
import org.yujian.shared.docs.WellKnownResource;
import org.yujian.shared.edge.CrossOrigin;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.web.PublicUrl;

/** Finds wrong settings before anything is created or opened; says what to do about each. */
final class StartupChecks {
  private static final String RUNTIME_SETTINGS =
      "io.quarkus.runtime.generated.RunTimeConfigCustomizer";

  private final SmallRyeConfig config;

  StartupChecks(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * Checks the settings of Yujian and those of Quarkus that its documentation names.
   *
   * @param serving whether ports will be opened
   * @throws StartupFailure for the first wrong setting
   */
  void run(boolean serving) {
    new SettingForms(config).check();
    Settings settings = settings();
    requireRanges(settings);
    requireValid(settings);
    requireWholeDatabaseAccess();
    if (serving) {
      Path dataDir = OwnDatabase.dataDir(config);
      EmbeddedPostgres.requireUnused(dataDir);
      requireWritable(dataDir);
      new Ports(config).requireFree();
    }
  }

  /** Reads all settings; Quarkus would fail after the start of the database, with a stack trace. */
  static Settings settings() {
    SmallRyeConfigBuilder builder = ConfigUtils.emptyConfigBuilder();
    try {
      Class<?> made = Class.forName(RUNTIME_SETTINGS);
      builder.withCustomizers(
          (SmallRyeConfigBuilderCustomizer) made.getDeclaredConstructor().newInstance());
      return builder.build().getConfigMapping(Settings.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Quarkus no longer generates " + RUNTIME_SETTINGS, e);
    } catch (RuntimeException e) {
      throw new StartupFailure(FailureText.ofSetting(e));
    }
  }

  private static void requireRanges(Settings settings) {
    positive("yujian.change-retention", settings.changeRetention());
    positive("yujian.body-timeout", settings.bodyTimeout());
    positive("yujian.database-timeout", settings.databaseTimeout());
    if (settings.backup().keep() < 1) {
      throw SettingForms.wrong(
          "yujian.backup.keep", "a whole number, 1 or greater", "" + settings.backup().keep());
    }
    if (settings.signUpsPerHour() == 0) {
      throw SettingForms.wrong("yujian.sign-ups-per-hour", "a whole number, 1 or greater", "0");
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw SettingForms.wrong(
          name, "a duration greater than zero such as PT30S", value.toString());
    }
  }

  private static void requireValid(Settings settings) {
    try {
      settings.publicUrl().filter(url -> !url.isBlank()).ifPresent(PublicUrl::address);
      settings.adminKey().ifPresent(ApiKeyService::requireAdminSecret);
      AppLinks.check(settings.app());
      CrossOrigin.check(settings);
      OidcCheck.check(settings.desk().oidc());
      WellKnownResource.check(settings);
      ConfiguredStorage.check(settings.media());
      OpenSearchIndex.check(settings.search().opensearch());
      S3Access.check("yujian.backup.s3", settings.backup().s3(), "keep backups in a folder only");
    } catch (IllegalArgumentException wrong) {
      throw new StartupFailure(wrong.getMessage());
    }
  }

  /** A user or password without a URL would be ignored, and an embedded database started. */
  private void requireWholeDatabaseAccess() {
    if (OwnDatabase.isConfigured(config)) {
      return;
    }
    for (String name : List.of("username", "password")) {
      if (text("quarkus.datasource." + name).isPresent()) {
        throw new StartupFailure(
            "QUARKUS_DATASOURCE_"
                + name.toUpperCase(Locale.ROOT)
                + " is set, but no database is named.\nSet QUARKUS_DATASOURCE_JDBC_URL to"
                + " jdbc:postgresql://HOST:5432/DATABASE as well, or unset it to use the embedded"
                + " database.");
      }
    }
  }

  private Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class);
  }

  /** External databases need the folder, too: for uploads and the key file. Creates nothing. */
  private static void requireWritable(Path dataDir) {
    Path existing = dataDir;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    String reason = null;
    if (existing == null) {
      reason = "has no file system";
    } else if (!Files.isDirectory(existing)) {
      reason = existing + " is a file, not a folder";
    } else if (!Files.isWritable(existing)) {
      reason = existing + ": permission denied";
    }
    if (reason != null) {
      throw new StartupFailure(
          "Cannot prepare the data folder "
              + dataDir
              + ": "
              + reason
              + ".\nName a folder that Yujian may write to with YUJIAN_DATA_DIR or"
              + " -Dyujian.data-dir=FOLDER.");
    }
  }
}
