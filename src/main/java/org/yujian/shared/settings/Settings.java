package org.yujian.shared.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All settings that are Yujian's own; everything else is Quarkus'. Environment names follow
 * Quarkus' mapping: {@code yujian.public-url} is {@code YUJIAN_PUBLIC_URL}.
 */
@ConfigMapping(prefix = "yujian")
public interface Settings {

  /** Where the embedded PostgreSQL, the admin key file and later the media lie. */
  @WithDefault("./data")
  Path dataDir();

  /**
   * The address under which phones reach this service, without a slash at the end. The only source
   * of absolute URLs; QR codes carry it.
   */
  Optional<String> publicUrl();

  /** Load a small sample into an empty embedded database. */
  @WithDefault("true")
  boolean sample();

  /**
   * First admin key on an external database; on the embedded one a key is made and written to a
   * file.
   */
  Optional<String> adminKey();

  /**
   * How long superseded rows and tombstones stay in the change log: a client that asks less often
   * has to start over.
   */
  @WithDefault("P180D")
  Duration changeRetention();

  /** Clients of live hints at once on this node; more are told to come later. */
  @WithDefault("5000")
  int eventClients();

  /** Memory for answers that may be given again, in each node. */
  @WithDefault("64M")
  MemorySize rememberedBytes();

  /** A body that takes longer is refused with 408, however steadily it drips. */
  @WithDefault("PT5M")
  Duration bodyTimeout();

  /** A statement on which PostgreSQL has said nothing for so long is given up with 503. */
  @WithDefault("PT30S")
  Duration databaseTimeout();

  /** A request that waits longer for a connection to PostgreSQL is given up with 503. */
  @WithDefault("PT5S")
  Duration connectionTimeout();

  /** New devices from one address and node; a school may stand behind one address. */
  @WithDefault("1000")
  int signUpsPerHour();

  /** The app that opens what phones scan; pages offer it. */
  App app();

  /** How phones find the app. */
  interface App {

    /** Opens the app at a code, which stands for {@code {code}}: {@code yujian://follow/{code}}. */
    Optional<String> link();

    /** {@code TEAMID.bundle.id}, for universal links of iOS. */
    Optional<List<String>> iosAppIds();

    /** The package, for app links of Android. */
    Optional<String> androidPackage();

    /** SHA-256 of the certificates that sign the package, as {@code keytool} prints them. */
    Optional<List<String>> androidFingerprints();

    /** Where iPhones get the app. */
    Optional<String> iosStore();

    /** Where other phones get the app. */
    Optional<String> androidStore();
  }

  /** Days of pages, reports and CSV files. */
  @WithDefault("Asia/Shanghai")
  ZoneId timeZone();
}
