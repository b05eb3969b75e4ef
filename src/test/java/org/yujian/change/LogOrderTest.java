package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/** The order of numbers is the order of visibility, whatever transactions do before the lock. */
@QuarkusTest
class LogOrderTest extends DeskTest {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 40;

  @Inject AgroalDataSource database;
  @Inject LogConnections connections;

  /** Each begins, gets its transaction id early, dawdles, locks, draws, dawdles, commits. */
  @Test
  void overlappingWritersAreNeverMissed() {
    Random random = Seed.random("overlap");
    AtomicInteger working = new AtomicInteger(WRITERS);
    ConcurrentHashMap<Long, Long> committed = new ConcurrentHashMap<>();
    List<Callable<List<Long>>> tasks = new ArrayList<>();
    IntStream.range(0, WRITERS)
        .mapToObj(i -> new Random(random.nextLong()))
        .forEach(
            chance ->
                tasks.add(
                    () -> {
                      for (int i = 0; i < ROUNDS; i++) {
                        write(chance, committed);
                      }
                      working.decrementAndGet();
                      return List.of();
                    }));
    for (int i = 0; i < 2; i++) {
      tasks.add(() -> readAll(working, committed));
    }
    List<List<Long>> results = Together.run(tasks);
    List<Long> all = committed.keySet().stream().sorted().toList();
    assertThat(all).hasSizeGreaterThan(WRITERS * ROUNDS / 2);
    assertThat(results.get(WRITERS)).isEqualTo(all);
    assertThat(results.get(WRITERS + 1)).isEqualTo(all);
  }

  private void write(Random random, ConcurrentHashMap<Long, Long> committed) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      one(statement, "select pg_current_xact_id()::text");
      dawdle(random, 3_000);
      one(statement, "select 1 from pg_advisory_xact_lock(" + ChangeLog.LOG + ")");
      long seq = Long.parseLong(one(statement, row(UUID.randomUUID(), 1)));
      dawdle(random, 1_000);
      if (random.nextInt(10) == 0) {
        connection.rollback();
      } else {
        connection.commit();
        committed.put(seq, System.nanoTime());
      }
      connection.setAutoCommit(true);
    }
  }

  /** As a consumer reads: what lies behind the last row read. */
  private List<Long> readAll(AtomicInteger working, ConcurrentHashMap<Long, Long> committed)
      throws SQLException {
    List<Long> read = new ArrayList<>();
    LogReader.Place place = LogReader.Place.NONE;
    try (LogReader reader = new LogReader(connections.open("test"))) {
      boolean last = false;
      while (true) {
        List<CommittedChange> rows = reader.after(place, 7).rows();
        for (CommittedChange row : rows) {
          read.add(row.seq());
          place = new LogReader.Place(row.seq(), row.nonce());
        }
        if (rows.isEmpty() && last) {
          return read;
        }
        last = working.get() == 0;
      }
    }
  }

  /**
   * A transaction that got its id early and changes a thing late stands behind the one that changed
   * it in between: by transaction ids the history would be reversed.
   */
  @Test
  void historyIsNeverReversed() throws SQLException {
    UUID thing = UUID.randomUUID();
    try (Connection early = database.getConnection();
        Statement slow = early.createStatement()) {
      early.setAutoCommit(false);
      long earlyId = Long.parseLong(one(slow, "select pg_current_xact_id()::text"));
      long lateId;
      try (Connection late = database.getConnection();
          Statement quick = late.createStatement()) {
        late.setAutoCommit(false);
        lateId = Long.parseLong(one(quick, "select pg_current_xact_id()::text"));
        one(quick, "select 1 from pg_advisory_xact_lock(" + ChangeLog.LOG + ")");
        one(quick, row(thing, 2));
        late.commit();
        late.setAutoCommit(true);
      }
      assertThat(lateId).isGreaterThan(earlyId);
      one(slow, "select 1 from pg_advisory_xact_lock(" + ChangeLog.LOG + ")");
      one(slow, row(thing, 3));
      early.commit();
      early.setAutoCommit(true);
    }
    try (LogReader reader = new LogReader(connections.open("test"))) {
      assertThat(reader.after(LogReader.Place.NONE, 10).rows())
          .extracting(CommittedChange::version)
          .containsExactly(2L, 3L);
    }
  }

  private static String row(UUID thing, long version) {
    return "insert into change (at, type, thing_id, version, parts)"
        + " values (clock_timestamp(), 'tag', '"
        + thing
        + "', "
        + version
        + ", '{tag}') returning seq";
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void dawdle(Random random, int mostMicros) {
    if (random.nextBoolean()) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(mostMicros)));
    }
  }
}
