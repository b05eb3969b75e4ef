package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.yujian.feed.FeedRules;
import org.yujian.testing.Client;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;
import org.yujian.testing.Tables;

/**
 * Kill -9 in the middle of publishing, scheduling, withdrawing and of what follows, and two nodes
 * whose clocks publish from one database. What was acknowledged is so; nothing is live by halves,
 * without its row in the log, or twice. {@code -Dkill.rounds=25} for a long run, {@code
 * -Dkill.seed} to repeat one.
 */
class KillPublishingIT {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
  private static final int AFTERLIVES = (ROUNDS + 1) / 2;
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
  private static final int MOST_BEFORE_THE_KILL = 20;
  private static final int MOST_LATER_NANOS = 60_000_000;
  private static final int SOON_MILLIS = 900;
  private static final int SCHEDULED_TOGETHER = 40;
  private static final List<String> ACCOUNTS = List.of("a", "b", "c");

  private final Random random = new Random(SEED);
  private final List<Program> programs = new ArrayList<>();

  @AfterEach
  void end() {
    for (int i = programs.size() - 1; i >= 0; i--) {
      programs.get(i).close();
    }
  }

  private Program start(Path data, String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.add("yujian.sample=false");
    Program program = Program.start(data, settings.toArray(String[]::new));
    programs.add(program);
    return program;
  }

  private static Client client(Program program) {
    return new Client(program.baseUrl(), program.adminKey());
  }

  private static Tables tables(Program program) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(program.jdbcUrl("yujian"));
    source.setUser("yujian");
    source.setPassword(program.databasePassword());
    return new Tables(source);
  }

  private static void accounts(Client client) {
    for (String handle : ACCOUNTS) {
      client.post("/v1/desk/accounts", Map.of("handle", handle, "name", "账号" + handle)).expect(201);
    }
  }

  @Test
  void whateverIsKilledEditionsAreWholeAndOnce() {
    System.out.printf(Locale.ROOT, "KillPublishingIT: %d rounds, seed %d%n", ROUNDS, SEED);
    Path data = Folders.empty("kill-publishing");
    Program program = start(data);
    accounts(client(program));
    AtomicInteger numbers = new AtomicInteger();
    List<PublishingLoad.Course> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      PublishingLoad load = PublishingLoad.start(client(program), ACCOUNTS, numbers, SEED + round);
      int before = 1 + random.nextInt(MOST_BEFORE_THE_KILL);
      program.await("steps", () -> load.editors().acknowledged() >= before);
      LockSupport.parkNanos(random.nextInt(MOST_LATER_NANOS));
      if (round % 2 == 1) {
        program.killPostmaster9();
      }
      program.kill9();
      load.editors().stop();
      all.addAll(load.courses());
      program = start(data);
      check(program, all);
    }
    awaitNothingScheduled(program);
    check(program, all);
    System.out.printf(
        Locale.ROOT, "KillPublishingIT: %d editions, none half, none twice%n", all.size());
  }

  private static void check(Program program, List<PublishingLoad.Course> courses) {
    Tables tables = tables(program);
    FeedRules.check(tables);
    ChangeLogRules.check(tables);
    for (PublishingLoad.Course course : courses) {
      assertThat(course.may())
          .contains(
              tables
                  .texts("select state from edition where id = ?::uuid", course.edition())
                  .get(0));
    }
    once(tables);
  }

  /** Whatever happened, a live edition went live by one transaction and left one row for it. */
  private static void once(Tables tables) {
    assertThat(
            tables.rows(
                """
                select e.id, e.state, e.version, count(c.seq) from edition e
                left join change c on c.thing_id = e.id
                group by e.id having e.version <> count(c.seq) or e.version <>
                  case e.state when 'published' then 1 when 'withdrawn' then 2 else 0 end
                """))
        .isEmpty();
    assertThat(tables.rows("select article_id from article_revision where rev > 1")).isEmpty();
  }

  /** Corrections, going live again, purges and closings of accounts. */
  @Test
  void whateverIsKilledAfterPublishingIsDoneOnceAndAnswered() {
    System.out.printf(
        Locale.ROOT, "KillPublishingIT: %d rounds of the afterlife, seed %d%n", AFTERLIVES, SEED);
    Path data = Folders.empty("kill-afterlife");
    Program program = start(data);
    int articles = 0;
    for (int round = 0; round < AFTERLIVES; round++) {
      AfterlifeLoad load = AfterlifeLoad.start(client(program), ACCOUNTS.size(), SEED + round);
      int before = 1 + random.nextInt(2 * MOST_BEFORE_THE_KILL);
      program.await("steps", () -> load.editors().acknowledged() >= before);
      LockSupport.parkNanos(random.nextInt(MOST_LATER_NANOS));
      if (round % 2 == 1) {
        program.killPostmaster9();
      }
      program.kill9();
      load.editors().stop();
      program = start(data);
      whole(tables(program));
      articles += load.check(client(program), tables(program));
      whole(tables(program));
    }
    System.out.printf(
        Locale.ROOT, "KillPublishingIT: %d articles, each step done once%n", articles);
  }

  /**
   * Each version and each step of a thing has its one row, and nothing of a closed account lives.
   */
  private static void whole(Tables tables) {
    FeedRules.check(tables);
    ChangeLogRules.check(tables);
    assertThat(
            tables.rows(
                """
                select t.id, t.version, count(c.seq) from (
                  select id, version from article where state <> 'draft'
                  union all select id, version from edition where state <> 'draft') t
                left join change c on c.thing_id = t.id
                group by t.id, t.version having t.version <> count(c.seq)
                """))
        .isEmpty();
    assertThat(
            tables.rows(
                """
                select a.id, a.live_rev, r.corrections, u.* from article a
                left join lateral (select count(*) filter (where correction_class is not null)
                  as corrections from article_revision where article_id = a.id) r on true
                left join lateral (select count(*) filter (where action = 'article.correct')
                  as corrected, count(*) filter (where action = 'article.republish') as again
                  from audit where thing_id = a.id) u on true
                where r.corrections <> u.corrected or a.live_rev > 0
                  and a.live_rev <> 1 + u.corrected + u.again
                """))
        .isEmpty();
    assertThat(
            tables.rows(
                """
                select a.id from article a join account c on c.id = a.account_id
                where c.state = 'closed' and a.state = 'published'
                """))
        .isEmpty();
  }

  private static void awaitNothingScheduled(Program program) {
    Tables tables = tables(program);
    program.await(
        "the clock",
        () -> tables.number("select count(*) from edition where state = 'scheduled'") == 0);
    assertThat(tables.number("select count(*) from edition where state = 'failed'")).isZero();
  }

  @Test
  void twoNodesPublishEachEditionOnceAndOneMayDie() {
    Program first = start(Folders.empty("kill-first-node"));
    accounts(client(first));
    String url = first.jdbcUrl("yujian");
    Program second =
        start(
            Folders.empty("kill-second-node"),
            "quarkus.datasource.jdbc.url=" + url,
            "quarkus.datasource.username=yujian",
            "quarkus.datasource.password=" + first.databasePassword());
    Client client = client(first);
    Instant at = Clock.systemUTC().instant().plusSeconds(30);
    IntStream.range(0, SCHEDULED_TOGETHER)
        .forEach(
            i -> {
              String account = ACCOUNTS.get(i % ACCOUNTS.size());
              String edition = PublishingLoad.draft(client, account, "题" + i);
              PublishingLoad.schedule(client, edition, at.plusMillis(random.nextInt(SOON_MILLIS)));
            });
    Tables tables = tables(first);
    String live = "select count(*) from edition where state = 'published'";
    first.await("the first", () -> tables.number(live) > 0);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    second.kill9();
    first.await("all", () -> tables.number(live) == SCHEDULED_TOGETHER);
    FeedRules.check(tables);
    ChangeLogRules.check(tables);
    once(tables);
  }
}
