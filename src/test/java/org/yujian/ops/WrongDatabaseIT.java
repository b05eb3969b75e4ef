package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ops.WrongSettingsIT.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * An external database that Yujian cannot work on is refused with one or two lines, and stays as it
 * is. One server plays all of them.
 */
class WrongDatabaseIT {
  private static final Path FOLDER = Folders.empty("wrong-database");
  private static final String HISTORY =
      """
      create table flyway_schema_history (
        installed_rank int primary key, version text, description text, type text,
        script text, checksum int, installed_by text, installed_on timestamp default now(),
        execution_time int, success boolean);
      alter table flyway_schema_history owner to yujian;
      insert into flyway_schema_history values
        (1, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'yujian', now(), 1, true)
      """;

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws InterruptedException {
    postgres = EmbeddedPostgres.start(FOLDER, System.out::println);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void aSuperuser() throws Exception {
    create("supervised", "owner yujian");
    Program program = program(url("supervised"), "postgres", secret("superuser-password"));
    assertRefused(program, "\"postgres\" is a superuser", "alter database supervised owner to");
    assertEmpty("supervised");
  }

  @Test
  void noRightToCreateTables() throws Exception {
    create("locked", "");
    Program program = program(url("locked"), "yujian", secret("password"));
    assertRefused(
        program, "\"yujian\" may not create tables", "grant create on schema public to yujian");
    assertEmpty("locked");
  }

  @Test
  void anotherEncoding() throws Exception {
    create("ascii", "owner yujian encoding 'SQL_ASCII' template template0");
    Program program = program(url("ascii"), "yujian", secret("password"));
    assertRefused(program, "encoded in SQL_ASCII; Yujian needs UTF8", "create database");
    assertEmpty("ascii");
  }

  @Test
  void aNewerSchema() throws Exception {
    create("later", "owner yujian");
    execute("later", HISTORY);
    String before = catalog("later");
    for (List<String> words : List.of(List.<String>of(), List.of("names"))) {
      Program program =
          Program.launch(
              Folders.empty("wrong-database-node"),
              settings(url("later"), "yujian", secret("password")),
              words);
      assertRefused(program, "migrated by a newer Yujian (migration 9999", "restore a backup");
      assertThat(catalog("later")).as("after %s", words).isEqualTo(before);
    }
  }

  /** An older release on the data folder of a newer one: a downgrade. */
  @Test
  void aDataFolderOfANewerRelease() throws Exception {
    Path data = Folders.empty("wrong-downgrade").resolve("data");
    try (EmbeddedPostgres newer = EmbeddedPostgres.start(data, System.out::println);
        Connection connection =
            DriverManager.getConnection(
                newer.access().jdbcUrl(), newer.access().user(), newer.access().password());
        Statement statement = connection.createStatement()) {
      statement.execute(HISTORY);
    }
    try (Program refused = Program.launch(data)) {
      assertThat(refused.awaitExit()).as("%s", refused.lines()).isEqualTo(2);
      List<String> lines = refused.lines().stream().filter(line -> line.contains("newer")).toList();
      assertThat(lines).singleElement().asString().contains("9999", "nothing was changed");
      assertThat(String.join("\n", refused.lines()))
          .contains("restore a backup made before the upgrade")
          .doesNotContain("\tat ", "Exception");
    }
    try (EmbeddedPostgres untouched = EmbeddedPostgres.start(data, System.out::println);
        Connection connection =
            DriverManager.getConnection(
                untouched.access().jdbcUrl(),
                untouched.access().user(),
                untouched.access().password())) {
      assertThat(catalog(connection)).isEqualTo("flyway_schema_history,flyway_schema_history_pkey");
    }
  }

  @Test
  void aWrongPassword() {
    Program program = program(url("yujian"), "yujian", "unseen");
    assertRefused(
        program, "password authentication failed for user \"yujian\"", "QUARKUS_DATASOURCE_PASS");
    assertThat(program.lines()).noneMatch(line -> line.contains("unseen"));
  }

  @Test
  void noSuchDatabase() throws Exception {
    Program program = program(url("nowhere"), "yujian", secret("password"));
    assertRefused(program, "database \"nowhere\" does not exist", "create database");
  }

  @Test
  void anUnknownHost() {
    Program program = program("jdbc:postgresql://yujian.invalid/yujian", "yujian", "unseen");
    assertRefused(program, "unknown host yujian.invalid", "QUARKUS_DATASOURCE_JDBC_URL");
  }

  @Test
  void aServerThatDoesNotAnswer() {
    Program program = program("jdbc:postgresql://127.0.0.1:1/yujian", "yujian", "unseen");
    assertRefused(program, "Connection to 127.0.0.1:1 refused", "QUARKUS_DATASOURCE_JDBC_URL");
    assertThat(program.lines()).noneMatch(line -> line.contains("unseen"));
  }

  @Test
  void anAddressOfAnotherForm() {
    Program program = program("postgres://127.0.0.1/yujian", "yujian", "unseen");
    assertRefused(program, "postgres://127.0.0.1", "jdbc:postgresql://HOST:5432/DATABASE");
  }

  private static Program program(String url, String user, String password) {
    List<String> settings = settings(url, user, password);
    return Program.launch(Folders.empty("wrong-database-node"), settings, List.of());
  }

  private static List<String> settings(String url, String user, String password) {
    return List.of(
        "quarkus.datasource.jdbc.url=" + url,
        "quarkus.datasource.username=" + user,
        "quarkus.datasource.password=" + password);
  }

  private static String url(String database) {
    return postgres.access().jdbcUrl().replace("/yujian?", "/" + database + "?");
  }

  private static String secret(String file) throws IOException {
    return Files.readString(FOLDER.resolve("postgres").resolve(file)).strip();
  }

  private static void create(String database, String options) throws Exception {
    execute("postgres", "create database " + database + " " + options);
  }

  private static void execute(String database, String command) throws SQLException, IOException {
    try (Connection connection = administration(database);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** The names of all tables, indexes and sequences. */
  private static String catalog(String database) throws SQLException, IOException {
    try (Connection connection = administration(database)) {
      return catalog(connection);
    }
  }

  private static String catalog(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select string_agg(relname, ',' order by relname) from pg_class"
                    + " where relnamespace = 'public'::regnamespace")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void assertEmpty(String database) throws SQLException, IOException {
    try (Connection connection = administration(database);
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select from pg_class where relnamespace::regnamespace::text"
                    + " not in ('pg_catalog', 'information_schema', 'pg_toast')")) {
      assertThat(tables.next()).as("something was made in %s", database).isFalse();
    }
  }

  private static Connection administration(String database) throws SQLException, IOException {
    return DriverManager.getConnection(url(database), "postgres", secret("superuser-password"));
  }
}
