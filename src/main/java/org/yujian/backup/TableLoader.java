package org.yujian.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Replaces the rows of all tables by those of a backup, in the caller's transaction. Only a
 * superuser may switch foreign keys off; their owner may drop and add them. So foreign keys and
 * indexes are dropped, and added again when the rows are there, which checks and builds them once.
 */
final class TableLoader {
  private static final String FOREIGN_KEYS =
      """
      select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname),
        'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' '
          || pg_get_constraintdef(oid)
      from pg_constraint
      where contype = 'f' and connamespace = current_schema()::regnamespace
      order by conrelid::regclass::text, conname
      """;

  /** Indexes that belong to no constraint. */
  private static final String INDEXES =
      """
      select 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
      order by i.indexrelid::regclass::text
      """;

  private static final String SET_SEQUENCE =
      "select setval(quote_ident(?)::regclass, ?::bigint, ?::boolean)";

  private final BackupConnection connection;
  private final Schema schema;
  private final Progress progress;

  TableLoader(BackupConnection connection, Progress progress) {
    this.connection = connection;
    this.schema = new Schema(connection);
    this.progress = progress;
  }

  /**
   * Loads all tables and sequences and compares them with the manifest.
   *
   * @throws BackupFailure when the database has other tables, or holds something else afterwards
   */
  void load(BackupFile backup) throws SQLException, IOException {
    Manifest manifest = backup.manifest();
    requireSameTables(manifest);
    connection.run("set local maintenance_work_mem = '128MB'");
    List<List<String>> parts = new ArrayList<>(connection.rows(FOREIGN_KEYS));
    List<List<String>> indexes = connection.rows(INDEXES);
    setTriggers(manifest, "disable");
    for (List<String> part : parts) {
      connection.run(part.get(0));
    }
    for (List<String> index : indexes) {
      connection.run(index.get(0));
    }
    connection.run(
        manifest.tables().stream()
            .map(table -> BackupConnection.quoted(table.name()))
            .collect(Collectors.joining(", ", "truncate ", "")));
    for (Manifest.Table table : manifest.tables()) {
      load(backup, table);
    }
    for (Manifest.Sequence each : manifest.sequences()) {
      connection.texts(SET_SEQUENCE, each.name(), "" + each.value(), "" + each.called());
    }
    progress.say("Building indexes and checking references...");
    for (List<String> index : indexes) {
      connection.run(index.get(1));
    }
    for (List<String> part : parts) {
      connection.run(part.get(1));
    }
    setTriggers(manifest, "enable");
    compare(manifest);
  }

  private void requireSameTables(Manifest manifest) throws SQLException {
    Map<String, List<String>> backed =
        manifest.tables().stream()
            .collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::columns));
    Map<String, List<String>> own = schema.tables();
    if (!sorted(backed).equals(sorted(own))) {
      throw new BackupFailure(
          "The tables of the backup are not those of schema "
              + manifest.schema()
              + " in this program.\nRestore it with the release that made it: "
              + manifest.program()
              + ".");
    }
  }

  private static Map<String, List<String>> sorted(Map<String, List<String>> tables) {
    return tables.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> each.getValue().stream().sorted().toList()));
  }

  /** Triggers of the owner, among them those that guard the change log and the audit. */
  private void setTriggers(Manifest manifest, String state) throws SQLException {
    for (Manifest.Table table : manifest.tables()) {
      connection.run(
          "alter table " + BackupConnection.quoted(table.name()) + " " + state + " trigger user");
    }
  }

  private void load(BackupFile backup, Manifest.Table table) throws SQLException, IOException {
    String copy = "copy " + Schema.withColumns(table.name(), table.columns()) + " from stdin";
    try (InputStream rows = progress.from(backup.rows(table), table.name())) {
      connection.copies().copyIn(copy, rows);
    }
  }

  /** A table gives back its rows in the order in which they were loaded. */
  private void compare(Manifest manifest) throws SQLException, IOException {
    progress.say("Comparing the tables with the backup...");
    for (Manifest.Table table : manifest.tables()) {
      OutputStream nowhere =
          progress.through(OutputStream.nullOutputStream(), "compared, " + table.name());
      Manifest.Table found = schema.copyOut(table.name(), table.columns(), nowhere);
      if (!found.equals(table)) {
        throw new BackupFailure(
            "The table " + table.name() + " is not what the backup holds. Nothing was restored.");
      }
    }
    if (!schema.sequences().equals(manifest.sequences())) {
      throw new BackupFailure("The sequences are not those of the backup. Nothing was restored.");
    }
  }
}
