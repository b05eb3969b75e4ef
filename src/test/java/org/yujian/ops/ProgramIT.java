package org.yujian.ops;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** The program as a user has it: started, stopped, started twice, killed in every way. */
class ProgramIT {
  /** One folder for all tests: whatever a test did to it, the next start has to cope with. */
  private static final Path DATA = Folders.empty("program");

  private static final String URL = "quarkus.datasource.jdbc.url=";

  private Program program;

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void aFreshFolderIsFilledAndTheNextStartIsQuick() {
    Path fresh = Folders.empty("program-fresh").resolve("data");
    program = Program.start(fresh);
    assertThat(program.lines()).anyMatch(line -> line.contains("Creating the database"));
    assertThat(program.lines())
        .anyMatch(line -> line.contains("API docs") && line.endsWith(program.baseUrl() + "/docs"))
        .anyMatch(line -> line.contains("Data folder") && line.endsWith(fresh.toString()))
        .anyMatch(line -> line.endsWith(program.baseUrl() + "/v1/articles"))
        .anyMatch(line -> line.endsWith(fresh.resolve("admin-key").toString()));
    assertCalm();
    assertThat(program.get("/openapi").statusCode()).isEqualTo(200);
    // 128 + SIGTERM, as the JVM does it after an orderly end.
    assertThat(program.stop()).isEqualTo(143);
    assertThat(fresh.resolve("postgres/cluster/postmaster.pid")).doesNotExist();

    program = Program.start(fresh);
    assertThat(program.lines())
        .noneMatch(line -> line.contains("Unpacking") || line.contains("Creating the database"));
    assertCalm();
  }

  /** At most ten lines, of which one warns that the public address is unset. */
  private void assertCalm() {
    assertThat(program.lines())
        .hasSizeLessThanOrEqualTo(10)
        .noneMatch(line -> line.contains(" INFO "))
        .filteredOn(line -> line.contains(" WARN "))
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .contains("yujian.public-url is not set");
  }

  @Test
  void uploadsOfACrashAreDeletedButNotYoungOnes() throws IOException {
    Path uploads = Files.createDirectories(DATA.resolve("uploads"));
    Path young = Files.writeString(uploads.resolve("young"), "now");
    Path old = Files.writeString(uploads.resolve("old"), "then");
    Files.setLastModifiedTime(old, FileTime.fromMillis(0));
    program = Program.start(DATA);
    assertThat(young).exists();
    assertThat(old).doesNotExist();
  }

  @Test
  void passwordsAreNeverPrinted() throws IOException {
    program = Program.start(DATA);
    String all = String.join("\n", program.lines());
    for (String file : List.of("password", "superuser-password")) {
      String password = Files.readString(DATA.resolve("postgres").resolve(file)).strip();
      assertThat(all).doesNotContain(password);
    }
  }

  @Test
  void aSecondProcessOnTheFolderIsRefused() {
    program = Program.start(DATA);
    String owner = "is in use by another Yujian (process " + program.pid() + ")";
    assertRefused(Program.launch(DATA), owner);
    assertThat(program.get("/openapi").statusCode()).isEqualTo(200);
  }

  @Test
  void afterKill9OfTheProgramItStartsWithEverythingThere() throws SQLException {
    program = Program.start(DATA);
    int kept = write();
    program.kill9();
    program = Program.start(DATA);
    assertThat(count()).isEqualTo(kept);
  }

  @Test
  void afterKill9OfBothItStartsWithEverythingThere() throws SQLException {
    program = Program.start(DATA);
    int kept = write();
    program.killPostmaster9();
    program.kill9();
    program = Program.start(DATA);
    assertThat(count()).isEqualTo(kept);
  }

  @Test
  void kill9OfPostgresHealsUnderTheRunningProgram() throws SQLException {
    program = Program.start(DATA);
    int kept = write();
    program.killPostmaster9();
    program.awaitLine("PostgreSQL runs again.");
    program.await("the database", this::hasDatabase);
    assertThat(count()).isEqualTo(kept);
  }

  @Test
  void anOldPidFileWithAStrangersNumberDoesNoHarm() throws IOException, SQLException {
    program = Program.start(DATA);
    int kept = write();
    Path pidFile = DATA.resolve("postgres/cluster/postmaster.pid");
    List<String> lines = Files.readAllLines(pidFile);
    program.killPostmaster9();
    program.kill9();
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(pidFile, lines);
    program = Program.start(DATA);
    assertThat(count()).isEqualTo(kept);
  }

  @Test
  void dataOfAnotherMajorIsRefusedUntouched() throws IOException {
    program = Program.start(DATA);
    program.stop();
    Path version = DATA.resolve("postgres/cluster/PG_VERSION");
    String ours = Files.readString(version);
    Files.writeString(version, "16\n");
    try {
      assertRefused(Program.launch(DATA), "was written by PostgreSQL 16");
    } finally {
      Files.writeString(version, ours);
    }
  }

  @Test
  void anUnknownCommandIsRefused() {
    Program other = Program.launch(DATA, List.of(), List.of("dance"));
    assertRefused(other, "Unknown command: dance");
    assertThat(other.lines()).noneMatch(line -> line.contains("is ready"));
  }

  @Test
  void whatIsRefusedStartsNothing() {
    Path fresh = Folders.empty("program-refused").resolve("data");
    assertRefused(Program.launch(fresh, List.of(), List.of("dance")), "sample remove");
    assertRefused(Program.launch(fresh, List.of(), List.of("sample")), "sample remove");
    for (String url : List.of("foo", "javascript:x", "https://example.org/path?q=1")) {
      String words = "yujian.public-url is not an address like https://example.org: " + url;
      assertRefused(Program.launch(fresh, "yujian.public-url=" + url), words);
    }
    try (Program help = Program.launch(fresh, List.of(), List.of("--help"))) {
      assertThat(help.awaitExit()).isZero();
      assertThat(help.lines()).anyMatch(line -> line.contains("sample remove"));
    }
    assertThat(fresh).doesNotExist();
  }

  @Test
  void aSecondNodeDoesNotClaimToKnowTheAdminKey() {
    program = Program.start(DATA);
    String url = program.jdbcUrl("yujian") + "?user=yujian&password=" + password();
    try (Program second = Program.start(Folders.empty("program-second"), URL + url)) {
      assertThat(second.lines())
          .anyMatch(line -> line.contains("Admin key") && line.contains("by the first start"))
          .noneMatch(line -> line.contains("as given by yujian.admin-key"));
    }
  }

  @Test
  void aCommandBesideTheRunningProgramUsesItsDatabase() {
    program = Program.start(DATA);
    try (Program command = Program.launch(DATA, List.of(), List.of("sample", "remove"))) {
      assertThat(command.awaitExit()).as("%s", command.lines()).isZero();
      assertThat(command.lines())
          .anyMatch(line -> line.contains("sample"))
          .noneMatch(line -> line.contains("Starting PostgreSQL"));
    }
    assertThat(program.get("/openapi").statusCode()).isEqualTo(200);
  }

  private static void assertRefused(Program refused, String words) {
    try (refused) {
      assertThat(refused.awaitExit()).as("%s", refused.lines()).isEqualTo(2);
      assertThat(refused.lines()).anyMatch(line -> line.contains(words));
      assertThat(refused.lines()).noneMatch(line -> line.contains("\tat "));
    }
  }

  /** Another Yujian that takes the running one's server for one of its operator's own. */
  private Program onExternal(String database) {
    String url = program.jdbcUrl(database) + "?user=yujian&password=" + password();
    return Program.launch(Folders.empty("program-external"), URL + url);
  }

  private void createDatabase(String name, String options) throws SQLException {
    try (Connection connection = program.administration("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name);
      statement.execute("create database " + name + " " + options);
    }
  }

  private boolean hasDatabase() {
    return program.get(program.managementUrl().resolve("/q/health/group/database")).statusCode()
        == 200;
  }

  private String password() {
    try {
      return Files.readString(DATA.resolve("postgres/password")).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int write() throws SQLException {
    execute("create table if not exists kept (n int)");
    execute("insert into kept values (1)");
    return count();
  }

  private void execute(String command) throws SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private int count() throws SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from kept")) {
      result.next();
      return result.getInt(1);
    }
  }
}
