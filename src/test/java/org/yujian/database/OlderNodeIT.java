package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * A node of this release starts on the database of a node of the release before, which goes on
 * serving: {@code -Dolder.release=FOLDER}, where the older release's sources were packaged. Left
 * out without it, because a clone has the sources of this release only.
 */
class OlderNodeIT {
  private static final String OLDER = System.getProperty("older.release", "");
  private static final Path JAR = Path.of(OLDER, "target/quarkus-app/quarkus-run.jar");
  private static final int BEFORE = 50;
  private static final long LONGEST_WRITE = TimeUnit.SECONDS.toNanos(10);

  private Path arguments;

  @Test
  void bothServeWhileTheNewerOneMigrates() throws IOException {
    assumeTrue(!OLDER.isEmpty(), "Which release is older? -Dolder.release=FOLDER");
    Path data = Folders.empty("older-node");
    arguments = Files.writeString(Folders.path("older-node-program"), "-jar " + JAR);
    try (Program older = Program.launchOther(arguments, data).ready()) {
      Client desk = new Client(older.baseUrl(), older.adminKey());
      desk.post("/v1/desk/accounts", Map.of("handle", "a", "name", "账号")).expect(201);
      try (FailoverLoad load = FailoverLoad.start(desk);
          Listing listing = Listing.start(desk)) {
        older.await("writes", () -> load.written().size() >= BEFORE);
        migrateBeside(older, load);
        listing.stop();
        assertThat(listing.others()).as("lists that the older node did not answer").isEmpty();
      }
    }
    assertRefusedAfterwards(data);
  }

  private static void migrateBeside(Program older, FailoverLoad load) {
    long begin = System.nanoTime();
    try (Program newer =
        Program.start(
            Folders.empty("older-node-newer"),
            "quarkus.datasource.jdbc.url=" + older.jdbcUrl("yujian"),
            "quarkus.datasource.username=yujian",
            "quarkus.datasource.password=" + older.databasePassword())) {
      long ready = System.nanoTime();
      int meanwhile = load.written().size();
      // Both write, on the new schema.
      Client there = new Client(newer.baseUrl(), older.adminKey());
      try (FailoverLoad other = FailoverLoad.start(there)) {
        newer.await(
            "writes at both nodes",
            () -> other.written().size() >= BEFORE && load.written().size() >= meanwhile + BEFORE);
        load.stop();
        other.stop();
        assertThat(load.refused()).as("writes that the older node refused").isEmpty();
        assertThat(other.refused()).as("writes that the newer node refused").isEmpty();
        assertSeen(load, there);
        assertSeen(other, new Client(older.baseUrl(), older.adminKey()));
        report(load, other, begin, ready);
      }
    }
  }

  private static void assertSeen(FailoverLoad load, Client atTheOtherNode) {
    for (FailoverLoad.Written one : load.written()) {
      atTheOtherNode.get("/v1/desk/articles/" + one.article()).expect(200);
    }
  }

  private static void report(FailoverLoad load, FailoverLoad other, long begin, long ready) {
    long longest = 0;
    for (FailoverLoad.Written one : load.written()) {
      longest = Math.max(longest, one.answered() - one.asked());
    }
    System.out.printf(
        Locale.ROOT,
        "OlderNodeIT: ready after %d ms; %d writes at the older node, %d of them meanwhile, the"
            + " longest %d ms; %d at the newer one%n",
        TimeUnit.NANOSECONDS.toMillis(ready - begin),
        load.written().size(),
        load.written().stream().filter(one -> one.asked() > begin && one.asked() < ready).count(),
        TimeUnit.NANOSECONDS.toMillis(longest),
        other.written().size());
    assertThat(longest).as("the longest write at the older node").isLessThan(LONGEST_WRITE);
  }

  private void assertRefusedAfterwards(Path data) {
    try (Program again = Program.launchOther(arguments, data)) {
      assertThat(again.awaitExit()).isNotZero();
      assertThat(String.join("\n", again.lines())).contains("migrated by a newer Yujian");
    }
  }
}
