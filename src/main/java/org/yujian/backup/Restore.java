package org.yujian.backup;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.yujian.database.ConnectionDefaults;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.DatabaseGuard;
import org.yujian.database.UnfinishedRestore;
import org.yujian.media.storage.PictureStorage;

/**
 * Restores a backup into an empty database. While it runs, and after it was interrupted, a table
 * marks the database as unfinished: no program starts on it, and the next restore begins by
 * emptying it.
 */
public final class Restore {
  /** Arbitrary; other numbers are used for other locks. */
  private static final long LOCK = 0x79_6a_72_65_73_74L;

  private static final String OTHER_LOG = "update change_state set log_id = gen_random_uuid()";

  private final DatabaseAccess access;
  private final PictureStorage storage;
  private final Progress progress;

  /**
   * @param storage where the pictures go
   * @param console receives a line now and then
   */
  public Restore(DatabaseAccess access, PictureStorage storage, Consumer<String> console) {
    this.access = access;
    this.storage = storage;
    this.progress = new Progress(console);
  }

  /**
   * Restores everything; when it returns, all content was compared with the backup.
   *
   * @param backup a backup that was verified
   * @throws BackupFailure when the database is not empty, or the backup of a newer schema
   */
  public void run(BackupFile backup) throws SQLException {
    DatabaseGuard.check(flyway(null));
    try (BackupConnection connection = BackupConnection.openForRestore(access)) {
      if (!connection.text("select pg_try_advisory_lock(" + LOCK + ")::text").equals("true")) {
        throw new BackupFailure("Another restore into this database is running.");
      }
      requireKnownSchema(backup.manifest());
      requireEmpty(connection);
      storage.prepare();
      emptyAfterInterruption(connection);
      connection.run("create table " + UnfinishedRestore.TABLE + " as select now() as started_at");
      progress.say("Creating the tables (schema " + backup.manifest().schema() + ")...");
      flyway(backup.manifest().schema()).load().migrate();
      load(connection, backup);
      progress.say("Restoring " + backup.manifest().pictures().files() + " files of pictures...");
      backup.pictures(storage::put);
      flyway(null).load().migrate();
      connection.run("drop table " + UnfinishedRestore.TABLE);
    } catch (IOException e) {
      throw new BackupFailure("The backup cannot be read: " + e.getMessage(), e);
    }
    progress.say("Restored and compared with the backup, which was " + backup.summary() + ".");
  }

  private void requireEmpty(BackupConnection connection) throws SQLException {
    Schema schema = new Schema(connection);
    if (!schema.has(UnfinishedRestore.TABLE) && !schema.isEmpty()) {
      throw new BackupFailure(
          "The database is not empty; nothing was changed.\nRestore into a new data folder"
              + " (-Dyujian.data-dir=FOLDER or YUJIAN_DATA_DIR), or into an empty database.");
    }
  }

  private void emptyAfterInterruption(BackupConnection connection) throws SQLException {
    if (new Schema(connection).has(UnfinishedRestore.TABLE)) {
      progress.say("Removing what an interrupted restore left...");
      flyway(null).cleanDisabled(false).load().clean();
    }
  }

  private void requireKnownSchema(Manifest manifest) {
    MigrationVersion known =
        Arrays.stream(flyway(null).load().info().all())
            .map(MigrationInfo::getVersion)
            .filter(Objects::nonNull)
            .max(MigrationVersion::compareTo)
            .orElseThrow();
    if (MigrationVersion.fromVersion(manifest.schema()).compareTo(known) > 0) {
      throw new BackupFailure(
          "The backup was made by a newer Yujian ("
              + manifest.program()
              + ", schema "
              + manifest.schema()
              + "); this one knows schema "
              + known
              + ".\nRestore it with that release or a later one. Nothing was changed.");
    }
  }

  private void load(BackupConnection connection, BackupFile backup)
      throws SQLException, IOException {
    progress.say("Loading " + backup.manifest().rows() + " rows...");
    connection.begin();
    new TableLoader(connection, progress).load(backup);
    if (new Schema(connection).has("change_state")) {
      // The restored log lacks what came after the backup, so clients have to start over.
      connection.run(OTHER_LOG);
    }
    connection.commit();
    connection.run(
        backup.manifest().tables().stream()
            .map(table -> BackupConnection.quoted(table.name()))
            .collect(Collectors.joining(", ", "analyze ", "")));
  }

  /**
   * @param target last migration to run; null for all
   */
  private FluentConfiguration flyway(String target) {
    FluentConfiguration configuration =
        Flyway.configure(Restore.class.getClassLoader())
            .dataSource(
                ConnectionDefaults.withoutSilenceLimit(access.jdbcUrl()),
                access.user(),
                access.password())
            .locations("classpath:db/migration")
            // The mark of the restore is there already; loading replaces the row about it.
            .baselineOnMigrate(true)
            .baselineVersion("0");
    return target == null ? configuration : configuration.target(target);
  }
}
