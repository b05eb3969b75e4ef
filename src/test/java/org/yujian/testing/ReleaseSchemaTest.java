package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.testing.Releases.Release;

/**
 * From the schema of each release, with rows in its tables, one migration after the other to the
 * newest: no row is lost, and no value changes but those that a migration is for. {@code UpgradeIT}
 * then reads through the program.
 */
class ReleaseSchemaTest {
  private static final Path FOLDER = Folders.empty("release-schema");

  /** Columns whose values a migration changes, or that it removes. */
  private static final Map<String, List<String>> CHANGED =
      // Keys with the scope admin get the new scope content:review.
      Map.of("46", List.of("api_key.scopes"));

  private static final String PRIMARY_KEY =
      """
      select a.attname from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
      where i.indrelid = 'TABLE'::regclass and i.indisprimary
      order by a.attnum
      """;

  private static EmbeddedPostgres postgres;

  private Connection database;

  @BeforeAll
  static void start() throws InterruptedException {
    postgres = EmbeddedPostgres.start(FOLDER, System.out::println);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  static Stream<Release> releases() {
    return Releases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void rowsSurviveEachMigration(Release release) throws Exception {
    String name = "r" + release.version().replace('.', '_');
    try (Connection administration = connect("postgres");
        Statement statement = administration.createStatement()) {
      statement.execute("create database " + name + " owner yujian");
    }
    try (Connection opened = connect(name)) {
      database = opened;
      flyway(name, release.schema()).migrate();
      assertThat(ReleaseDump.migrations(database)).startsWith(release.migrations());
      ReleaseDump.restore(database, release.rows());
      Map<String, List<String>> before = content();
      assertThat(before).as("tables with rows").hasSizeGreaterThan(80);
      for (MigrationInfo step : flyway(name, "latest").info().pending()) {
        String version = step.getVersion().getVersion();
        flyway(name, version).migrate();
        Map<String, List<String>> after = content();
        assertThat(differences(before, after))
            .as("values that V%s changes", version)
            .isSubsetOf(CHANGED.getOrDefault(version, List.of()));
        before = after;
      }
    }
  }

  private static Flyway flyway(String name, String target) {
    return Flyway.configure()
        .dataSource(url(name), postgres.access().user(), postgres.access().password())
        .locations("filesystem:src/main/resources/db/migration")
        .target(target)
        .load();
  }

  private static String url(String name) {
    return postgres.access().jdbcUrl().replace("/yujian?", "/" + name + "?");
  }

  private static Connection connect(String name) throws Exception {
    String password = Files.readString(FOLDER.resolve("postgres/superuser-password")).strip();
    return DriverManager.getConnection(url(name), "postgres", password);
  }

  /** The values of each column, by {@code table.column}, in the order of the primary key. */
  private Map<String, List<String>> content() throws SQLException {
    Map<String, List<String>> content = new TreeMap<>();
    for (Map.Entry<String, List<String>> table : ReleaseDump.tables(database).entrySet()) {
      String name = table.getKey();
      List<String> key = ReleaseDump.strings(database, PRIMARY_KEY.replace("TABLE", name));
      String order = " order by " + (key.isEmpty() ? "1" : String.join(", ", key));
      for (String column : table.getValue()) {
        String select = "select " + column + "::text from " + name + order;
        content.put(name + "." + column, ReleaseDump.strings(database, select));
      }
    }
    content.values().removeIf(List::isEmpty);
    return content;
  }

  private static List<String> differences(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    return before.keySet().stream()
        .filter(column -> !before.get(column).equals(after.get(column)))
        .toList();
  }
}
