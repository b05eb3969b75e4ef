package org.yujian.ops;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import org.yujian.backup.BackupBucket;
import org.yujian.backup.BackupFailure;
import org.yujian.backup.BackupFile;
import org.yujian.backup.BackupWriter;
import org.yujian.backup.Restore;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.TimelineFence;
import org.yujian.media.storage.ConfiguredStorage;
import org.yujian.media.storage.PictureStorage;
import org.yujian.shared.settings.Settings;

/**
 * The commands {@code backup FILE}, {@code verify FILE} and {@code restore FILE}. The last two also
 * take the address of a backup in a bucket, {@code s3://BUCKET/KEY}. They run without Quarkus,
 * which would migrate the database and fill it.
 */
final class FileCommand {
  /** What each command does, for the help. */
  static final Map<String, String> COMMANDS = new LinkedHashMap<>();

  private static final String BACKUP = "backup";
  private static final String VERIFY = "verify";
  private static final String RESTORE = "restore";
  private static final String IN_A_BUCKET = "s3://";
  private static final int FAILED = 1;

  static {
    COMMANDS.put(BACKUP, "writes database and pictures to a file, also while Yujian serves");
    COMMANDS.put(VERIFY, "checks that a backup is complete and unchanged");
    COMMANDS.put(RESTORE, "restores a backup into a new data folder or an empty database");
  }

  private final OwnDatabase database = new OwnDatabase();
  private final SmallRyeConfig config;

  FileCommand(SmallRyeConfig config) {
    this.config = config;
  }

  /** Whether the words are one of these commands with its file. */
  static boolean is(List<String> words) {
    return words.size() == 2 && COMMANDS.containsKey(words.get(0));
  }

  /** What follows the name of a command, for the help. */
  static String file(String name) {
    return name.equals(BACKUP) ? "FILE" : "FILE or s3://BUCKET/KEY";
  }

  /**
   * Runs the command; prints one or two lines when it fails.
   *
   * @return the exit code of the process
   */
  int run(List<String> words) throws InterruptedException {
    // Flyway logs what is of no use to the operator.
    InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {new ConsoleFilter.Nowhere()});
    try {
      run(words.get(0), words.get(1));
      return 0;
    } catch (BackupFailure e) {
      System.err.println(e.getMessage());
    } catch (SQLException | RuntimeException e) {
      System.err.println(FailureText.of(e, config).orElseGet(() -> words.get(0) + ": " + e));
    } finally {
      database.applicationEnded();
    }
    return FAILED;
  }

  private void run(String command, String file) throws InterruptedException, SQLException {
    if (command.equals(BACKUP)) {
      backup(Path.of(file));
    } else if (file.startsWith(IN_A_BUCKET)) {
      Path copy = downloaded(file);
      try {
        read(command, copy);
      } finally {
        delete(copy);
      }
    } else {
      read(command, Path.of(file));
    }
  }

  private void read(String command, Path file) throws InterruptedException, SQLException {
    if (command.equals(VERIFY)) {
      verify(file);
    } else {
      restore(file);
    }
  }

  /** A temporary file, which only its owner may read. */
  private Path downloaded(String address) {
    Path copy = null;
    boolean complete = false;
    try {
      copy = Files.createTempFile("yujian-", ".zip");
      System.out.println("Downloading " + address + " to " + copy + "...");
      BackupBucket.download(checked().backup().s3(), address, copy);
      complete = true;
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!complete && copy != null) {
        delete(copy);
      }
    }
  }

  private static void delete(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      System.err.println("Delete " + copy + ": " + e.getMessage());
    }
  }

  private void backup(Path file) throws InterruptedException, SQLException {
    Settings settings = checked();
    database.joinOrStartUnlessConfigured();
    try (PictureStorage pictures = ConfiguredStorage.openForReading(settings)) {
      new BackupWriter(access(), pictures, version(), System.out::println).write(file);
    }
    System.out.println(secretKey(settings));
  }

  /** Without this key nobody reads the encrypted columns of a backup. */
  private static String secretKey(Settings settings) {
    String where =
        settings.secretKey().isPresent()
            ? "The key of yujian.secret-key"
            : "The file " + settings.dataDir().resolve("secret-key");
    return where
        + " is not in it. Keep it in another place: without it a restored Yujian"
        + " sends no webhooks.";
  }

  private static void verify(Path file) {
    try (BackupFile backup = BackupFile.open(file, System.out::println)) {
      backup.verify();
      System.out.println(file + " is complete and unchanged, " + backup.summary() + ".");
    }
  }

  private void restore(Path file) throws InterruptedException, SQLException {
    Settings settings = checked();
    System.out.println("Verifying " + file + "...");
    try (BackupFile backup = BackupFile.open(file, System.out::println)) {
      backup.verify();
      database.startUnlessConfigured();
      try (PictureStorage pictures = ConfiguredStorage.open(settings)) {
        new Restore(access(), pictures, System.out::println).run(backup);
      }
      forgetTimelines(settings);
    }
    if (settings.secretKey().isEmpty()) {
      System.out.println(
          "Before the first start, copy the file secret-key of the old data folder to "
              + settings.dataDir().resolve("secret-key")
              + ".");
    }
  }

  /** The restored database may be on a server with an older timeline, on purpose. */
  private static void forgetTimelines(Settings settings) {
    try {
      TimelineFence.in(settings.dataDir()).reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the jar: the configuration has it only when Quarkus has started. */
  private static String version() {
    String version = FileCommand.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private Settings checked() {
    new StartupChecks(config).run(false);
    return StartupChecks.settings();
  }

  private DatabaseAccess access() {
    return DatabaseAccess.configured(config);
  }
}
