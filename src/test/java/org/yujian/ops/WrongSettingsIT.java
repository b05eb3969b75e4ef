package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * A wrong setting ends the start with one or two lines that say what to do, before anything is
 * made. Settings of an external database are in {@link WrongDatabaseIT}.
 */
class WrongSettingsIT {
  private Path data;

  @BeforeEach
  void noFolder() {
    data = Folders.empty("wrong-settings").resolve("data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yujian.admin-key=short         | must be yj_ and 32 to 128 random letters | openssl rand
          yujian.admin-key=yj_键键键键键键键键键键键键键键键键键键键键键键键键键键键键键键键键 | must be yj_ and 32 | Make one
          yujian.change-retention=half a year | must be a duration | YUJIAN_CHANGE_RETENTION
          yujian.body-timeout=PT-5S      | must be a duration greater than zero | YUJIAN_BODY_TIMEOUT
          yujian.database-timeout=0s     | must be a duration greater than zero | PT0S
          yujian.event-clients=many      | must be a whole number, but is: many | YUJIAN_EVENT_CLIENTS
          yujian.sign-ups-per-hour=0     | must be a whole number, 1 or greater | YUJIAN_SIGN_UPS_PER_HOUR
          yujian.limits.key-reads=-1     | must be a whole number, 0 or greater | YUJIAN_LIMITS_KEY_READS
          yujian.log-json=maybe          | must be true or false, but is: maybe | YUJIAN_LOG_JSON
          yujian.sample=maybe            | must be true or false, but is: maybe | YUJIAN_SAMPLE
          yujian.response-cache-size=lots | must be a size such as 64M | YUJIAN_RESPONSE_CACHE_SIZE
          yujian.time-zone=Mars/Base     | must be a time zone such as Asia/Shanghai | YUJIAN_TIME_ZONE
          yujian.media.shared=maybe      | must be true or false, but is: maybe | YUJIAN_MEDIA_SHARED
          yujian.media.s3.endpoint=http://h | no bucket is named | YUJIAN_MEDIA_S3_BUCKET
          yujian.media.s3.bucket=b       | is set, but not both keys | YUJIAN_MEDIA_S3_SECRET_KEY
          yujian.backup.time=dawn        | must be a time of day such as 03:30 | YUJIAN_BACKUP_TIME
          yujian.backup.keep=0           | must be a whole number, 1 or greater | YUJIAN_BACKUP_KEEP
          yujian.backup.s3.endpoint=http://h | no bucket is named | YUJIAN_BACKUP_S3_BUCKET
          yujian.backup.s3.bucket=b      | is set, but not both keys | YUJIAN_BACKUP_S3_SECRET_KEY
          yujian.public-url=example.org  | is not an address like https://example.org | example.org
          yujian.cors-origins=example.org | must be origins like https://example.org | example.org
          yujian.security-contact=me     | must begin with mailto: | but is: me
          yujian.app.link=follow         | does not have the required form | {code}
          yujian.search.opensearch.url=search:9200 | must be an address like https://search | search:9200
          yujian.search.opensearch.prefix=Yujian | must be a letter and up to 39 more | but is: Yujian
          quarkus.http.port=http         | must be a whole number | QUARKUS_HTTP_PORT
          quarkus.http.port=65536        | must be a number from 0 to 65535 | QUARKUS_HTTP_PORT
          quarkus.management.port=x      | must be a whole number | QUARKUS_MANAGEMENT_PORT
          quarkus.http.host=192.0.2.1    | cannot listen on 192.0.2.1 | QUARKUS_HTTP_HOST
          quarkus.log.level=loud         | quarkus.log.level cannot be loud | QUARKUS_LOG_LEVEL
          quarkus.datasource.username=me | USERNAME is set, but no database is named | JDBC_URL
          quarkus.datasource.password=me | PASSWORD is set, but no database is named | JDBC_URL
          """)
  void aSettingThatCannotBeUsed(String setting, String words, String advice) {
    assertRefused(Program.launch(data, setting), words, advice);
    assertThat(data).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.http.port, its API, QUARKUS_HTTP_PORT",
    "quarkus.management.port, health and metrics, QUARKUS_MANAGEMENT_PORT"
  })
  void aPortThatIsTaken(String setting, String use, String advice) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Program program = Program.launch(data, setting + "=" + taken.getLocalPort());
      String words = "Port " + taken.getLocalPort() + " is in use by another program; Yujian needs";
      assertRefused(program, words, use);
      assertThat(program.lines()).anyMatch(line -> line.contains(advice));
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void aKeyIsNotRepeated() {
    Program program = Program.launch(data, "yujian.admin-key=yj_secret_but_short");
    assertRefused(program, "yujian.admin-key", "Make one");
    assertThat(program.lines()).noneMatch(line -> line.contains("yj_secret"));
  }

  @Test
  void aFolderThatIsAFile() throws IOException {
    Path file = Files.writeString(Folders.empty("wrong-file").resolve("file"), "");
    assertRefused(Program.launch(file), "is a file, not a folder", "YUJIAN_DATA_DIR");
    assertRefused(Program.launch(file.resolve("data")), "is a file, not", "YUJIAN_DATA_DIR");
  }

  @Test
  void aFolderWithoutWritePermission() throws IOException {
    assumeThat(System.getProperty("user.name")).as("root may write anywhere").isNotEqualTo("root");
    Path folder = Folders.empty("wrong-read-only");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefused(Program.launch(folder), "permission denied", "YUJIAN_DATA_DIR");
  }

  @Test
  void anUnknownCommand() {
    Program program = Program.launch(data, List.of(), List.of("dance"));
    assertRefused(program, "Unknown command: dance", "sample remove");
    assertThat(data).doesNotExist();
  }

  /** Ends with an exit code of failure, after one or two lines with the reason and what to do. */
  static void assertRefused(Program refused, String reason, String advice) {
    try (refused) {
      assertThat(refused.awaitExit()).as("%s", refused.lines()).isEqualTo(2);
      assertThat(refused.lines()).hasSizeBetween(1, 2);
      assertThat(String.join("\n", refused.lines()))
          .contains(reason, advice)
          .doesNotContain("\tat ")
          .doesNotContain("kill -9")
          .doesNotContain("Exception");
    }
  }
}
