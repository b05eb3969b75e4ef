package org.yujian.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.yujian.database.UnfinishedRestore;

/** Reads from the catalog of PostgreSQL what there is to copy, and copies tables out. */
final class Schema {
  static final String HISTORY = "flyway_schema_history";

  private static final String COLUMNS =
      """
      select c.relname, a.attname
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = ''
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and c.relname <> ?
      order by c.relname collate "C", a.attnum
      """;

  private static final String SEQUENCES =
      """
      select relname from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'S'
      order by relname collate "C"
      """;

  private static final String OBJECTS =
      """
      select count(*) from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
      """;

  private static final String VERSIONS =
      "select version from " + HISTORY + " where success and version is not null";

  private final BackupConnection connection;

  Schema(BackupConnection connection) {
    this.connection = connection;
  }

  /** Columns of each table, without those that are generated. */
  Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (List<String> row : connection.rows(COLUMNS, UnfinishedRestore.TABLE)) {
      tables.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(row.get(1));
    }
    return tables;
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> sequences = new ArrayList<>();
    for (String name : connection.texts(SEQUENCES)) {
      List<String> state =
          connection
              .rows("select last_value, is_called::text from " + BackupConnection.quoted(name))
              .get(0);
      sequences.add(
          new Manifest.Sequence(
              name, Long.parseLong(state.get(0)), Boolean.parseBoolean(state.get(1))));
    }
    return sequences;
  }

  /** The newest migration. */
  String version() throws SQLException {
    return connection.texts(VERSIONS).stream()
        .map(MigrationVersion::fromVersion)
        .max(MigrationVersion::compareTo)
        .map(MigrationVersion::getVersion)
        .orElseThrow(() -> new BackupFailure("The database has no tables of Yujian yet."));
  }

  boolean isEmpty() throws SQLException {
    return connection.text(OBJECTS).equals("0");
  }

  boolean has(String table) throws SQLException {
    return connection.text("select to_regclass(quote_ident(?))::text", table) != null;
  }

  /** Copies the rows of a table in COPY's text format. */
  Manifest.Table copyOut(String table, List<String> columns, OutputStream to)
      throws SQLException, IOException {
    DigestedOutput digested = new DigestedOutput(to);
    String copy = "copy " + withColumns(table, columns) + " to stdout";
    long rows = connection.copies().copyOut(copy, digested);
    return new Manifest.Table(table, columns, rows, digested.bytes(), digested.sha256Hex());
  }

  static String withColumns(String table, List<String> columns) {
    return columns.stream()
        .map(BackupConnection::quoted)
        .collect(Collectors.joining(", ", BackupConnection.quoted(table) + " (", ")"));
  }
}
