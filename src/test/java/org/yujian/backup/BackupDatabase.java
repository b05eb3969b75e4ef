package org.yujian.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.testing.ReleaseDump;
import org.yujian.testing.Releases;

/** A server with several databases, for tests of backups. */
final class BackupDatabase implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres postgres;

  BackupDatabase(Path folder) throws InterruptedException {
    this.folder = folder;
    this.postgres = EmbeddedPostgres.start(folder, System.out::println);
  }

  /** Access to a new, empty database. */
  DatabaseAccess create(String name) throws Exception {
    try (Connection connection = superuser(access("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner yujian");
    }
    return access(name);
  }

  /** A new database with the content of the last release, migrated to today's schema or not. */
  DatabaseAccess filled(String name, boolean today) throws Exception {
    DatabaseAccess access = create(name);
    Path release = Releases.folders().get(Releases.folders().size() - 1);
    String schema =
        new ObjectMapper().readTree(release.resolve("facts.json").toFile()).path("schema").asText();
    migrate(access, schema);
    try (Connection connection = superuser(access)) {
      ReleaseDump.restore(connection, release.resolve("rows.sql.gz"));
    }
    if (today) {
      migrate(access, "latest");
    }
    return access;
  }

  private static void migrate(DatabaseAccess access, String target) {
    Flyway.configure()
        .dataSource(access.jdbcUrl(), access.user(), access.password())
        .locations("filesystem:src/main/resources/db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private DatabaseAccess access(String name) {
    DatabaseAccess own = postgres.access();
    return new DatabaseAccess(
        own.jdbcUrl().replace("/yujian?", "/" + name + "?"), own.user(), own.password());
  }

  Connection superuser(DatabaseAccess access) throws SQLException, IOException {
    String password = Files.readString(folder.resolve("postgres/superuser-password")).strip();
    return DriverManager.getConnection(access.jdbcUrl(), "postgres", password);
  }

  /** Changes a database behind the back of its triggers. */
  void change(DatabaseAccess access, String sql, String... parameters) throws Exception {
    try (Connection connection = superuser(access);
        Statement statement = connection.createStatement();
        PreparedStatement change = connection.prepareStatement(sql)) {
      statement.execute("set session_replication_role = replica");
      for (int i = 0; i < parameters.length; i++) {
        change.setString(i + 1, parameters[i]);
      }
      change.execute();
    }
  }

  static List<String> texts(DatabaseAccess access, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** What COPY gives of each table, as a hash, and the value of each sequence. */
  static Map<String, String> content(DatabaseAccess access) throws Exception {
    Map<String, String> content = new TreeMap<>();
    try (Connection connection =
        DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password())) {
      for (String table :
          texts(access, "select tablename from pg_tables where schemaname='public'")) {
        DigestedOutput digest = new DigestedOutput(OutputStream.nullOutputStream());
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout", digest);
        content.put(table, digest.lines() + " " + digest.sha256Hex());
      }
    }
    texts(access, "select sequencename || ' ' || coalesce(last_value, 0) from pg_sequences")
        .forEach(sequence -> content.put(sequence, "sequence"));
    return content;
  }

  @Override
  public void close() {
    postgres.close();
  }
}
