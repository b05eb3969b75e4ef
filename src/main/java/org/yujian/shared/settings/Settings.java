package org.yujian.shared.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All settings of Yujian; {@code yujian.public-url} is {@code YUJIAN_PUBLIC_URL}, as in Quarkus.
 */
@ConfigMapping(prefix = "yujian")
public interface Settings {

  /**
   * Directory of the embedded PostgreSQL, the admin key file, the pictures and the search index.
   */
  @WithDefault("./data")
  Path dataDir();

  /** Public address without a trailing slash: the only source of absolute URLs and QR codes. */
  Optional<String> publicUrl();

  /** Load a small sample into an empty embedded database. */
  @WithDefault("true")
  boolean sample();

  /** First admin key on an external database; the embedded one writes a generated key to a file. */
  Optional<String> adminKey();

  /** How long superseded rows and tombstones stay: a client that syncs less often starts over. */
  @WithDefault("P180D")
  Duration changeRetention();

  /** Clients of live hints on this node at once; others are asked to retry later. */
  @WithDefault("5000")
  int eventClients();

  /** Memory of the response cache in each node. */
  @WithDefault("64M")
  MemorySize responseCacheSize();

  /** Name of {@link #responseCacheSize} before 0.7; read with a warning until 0.8. */
  Optional<MemorySize> rememberedBytes();

  /** A body that takes longer is refused with 408, however steadily its bytes arrive. */
  @WithDefault("PT5M")
  Duration bodyTimeout();

  /** A statement to which PostgreSQL does not respond for this long is given up with 503. */
  @WithDefault("PT30S")
  Duration databaseTimeout();

  /** A request that waits longer for a connection to PostgreSQL is given up with 503. */
  @WithDefault("PT5S")
  Duration connectionTimeout();

  /** New devices from one address and node; a whole school may share an address. */
  @WithDefault("1000")
  int signUpsPerHour();

  /** Origins of sites whose scripts may call the API, such as {@code https://example.org}; or *. */
  Optional<Set<String>> corsOrigins();

  /** Where to report a weakness: {@code mailto:…} or {@code https://…}, for security.txt. */
  Optional<String> securityContact();

  /** Writes the log as JSON, one object a line. */
  @WithDefault("false")
  boolean logJson();

  /** How many requests a caller may send in a minute. */
  Limits limits();

  /**
   * Requests per minute of one caller at one node; 0 is no limit. An address may be that of a whole
   * school, so its limits are those of a thousand phones that open an article together.
   */
  interface Limits {

    @WithDefault("true")
    boolean enabled();

    /** Everything outside {@code /v1/desk} and {@code /v1/me} counts for the address. */
    @WithDefault("12000")
    int addressReads();

    /** Sign-ups, refreshed tokens and pages that follow. */
    @WithDefault("3000")
    int addressWrites();

    @WithDefault("1200")
    int addressSearches();

    @WithDefault("3000")
    int addressSyncs();

    @WithDefault("600")
    int deviceReads();

    @WithDefault("300")
    int deviceWrites();

    @WithDefault("120")
    int deviceSyncs();

    @WithDefault("3000")
    int keyReads();

    @WithDefault("1200")
    int keyWrites();

    @WithDefault("600")
    int keySearches();

    @WithDefault("600")
    int keyImports();
  }

  /** Searching for articles, and where their index is. */
  SearchSettings search();

  /** Where the bytes of pictures are kept. */
  Media media();

  /** A folder, or a bucket if one is named. */
  interface Media {

    /** Folder of the pictures; {@code media} in the data directory unless it is set. */
    Optional<Path> folder();

    /** Whether several nodes share the folder, as on a network file system. */
    @WithDefault("false")
    boolean shared();

    /** Whether clients may keep pictures for a year without asking again; else for a day. */
    @WithDefault("false")
    boolean immutable();

    /** The server with the bucket. */
    S3 s3();
  }

  /** Access to an S3-compatible server. */
  interface S3 {

    /** Address of the server; that of AWS in the region unless it is set. */
    Optional<String> endpoint();

    /** Name of the bucket, which has to exist; none is used unless it is set. */
    Optional<String> bucket();

    @WithDefault("us-east-1")
    String region();

    Optional<String> accessKey();

    Optional<String> secretKey();

    /** Begin of the names in the bucket, such as {@code yujian/}. */
    Optional<String> prefix();
  }

  /** A backup every day. */
  Backup backup();

  /** Off unless a folder or a bucket is named. */
  interface Backup {

    /**
     * Folder of the backups; nodes that have one share it. With a bucket {@code backups} in the
     * data directory unless it is set.
     */
    Optional<Path> folder();

    /** A bucket that gets a copy of each backup. */
    S3 s3();

    /** Time of day in {@link Settings#timeZone()}. */
    @WithDefault("03:30")
    LocalTime time();

    /** How many are kept, in the folder and in the bucket each. */
    @WithDefault("7")
    int keep();
  }

  /** The app that opens scanned codes; pages offer it. */
  App app();

  /** How phones find the app. */
  interface App {

    /** Opens the app at {@code {code}}, as in {@code yujian://follow/{code}}. */
    Optional<String> link();

    /** {@code TEAMID.bundle.id}, for universal links of iOS. */
    Optional<List<String>> iosAppIds();

    /** The package, for Android App Links. */
    Optional<String> androidPackage();

    /** SHA-256 of the certificates that sign the package, as {@code keytool} prints them. */
    Optional<List<String>> androidFingerprints();

    /** Address where iPhones get the app. */
    Optional<String> iosStore();

    /** Address where other phones get the app. */
    Optional<String> androidStore();
  }

  /**
   * Base64 of 32 random bytes that encrypt stored secrets, the same on all nodes; the file {@code
   * secret-key} in the data directory unless it is set.
   */
  Optional<String> secretKey();

  /** What requests to other servers, such as webhooks, may reach. */
  Outgoing outgoing();

  /** Both are for development only. */
  interface Outgoing {

    /** Whether http is allowed, too. */
    @WithDefault("false")
    boolean plainHttp();

    /** Whether addresses of the local network are allowed, too. */
    @WithDefault("false")
    boolean privateAddresses();
  }

  /** Notifications of browsers that follow without the app, by Web Push. */
  Push push();

  /** Off unless {@link #enabled}; then {@link #contact} is required. */
  interface Push {

    /** Whether pages offer notifications. Push services of the browsers' makers deliver them. */
    @WithDefault("false")
    boolean enabled();

    /** {@code mailto:…} or {@code https://…}, for push services that see a problem. */
    Optional<String> contact();
  }

  /** The pages at {@code /desk}. */
  Desk desk();

  /** How long people stay signed in; their cookie names a row of the database. */
  interface Desk {

    /** A session that is not used for this long ends. */
    @WithDefault("PT12H")
    Duration sessionIdle();

    /** A session ends this long after signing in, however much it is used. */
    @WithDefault("P7D")
    Duration sessionLifetime();

    /** Signing in at an identity provider; off unless its issuer is set. */
    IdentityProviderSettings oidc();
  }

  /** Time zone of the days in pages, reports and CSV files. */
  @WithDefault("Asia/Shanghai")
  ZoneId timeZone();
}
