package org.yujian.follow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Phone;
import org.yujian.testing.Seed;
import org.yujian.testing.Upload;

/** Every number of the reports is that of what happened, day by day in Shanghai. */
@QuarkusTest
class ReportNumbersTest extends DeskTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant BEGIN = Instant.parse("2026-02-26T15:00:00Z");
  private static final int HOURS = 4 * 24;
  private static final List<String> CODES = List.of("a1", "a2", "b1", "b2");

  @Inject ScanService scans;
  @Inject FollowService follows;
  @Inject OpenedCodes opened;
  @Inject DatabaseClock clock;

  /** What the test saw happen. */
  private record Seen(String code, LocalDate day, String outcome, int reader) {}

  private final Random random = Seed.random("ReportNumbersTest");
  private final List<Seen> seen = new ArrayList<>();
  private final List<Phone> phones = new ArrayList<>();

  @AfterEach
  void restoreClock() {
    clock.stepTo(Duration.ZERO);
  }

  private void publish(String name, String code) {
    String text = "扫描二维码关注“" + name + "”\n\n# " + name + "\n\n正文。\n";
    imported(Upload.text(text).publish());
    tables()
        .run(
            String.format(
                Locale.ROOT,
                """
                update placement set code = '%1$s1' where follow_target_id =
                  (select id from follow_target where name = '%2$s');
                insert into placement (id, follow_target_id, label, scene, code, created_at)
                  select gen_random_uuid(), id, '海报', 'poster', '%1$s2', now()
                  from follow_target where name = '%2$s'
                """,
                code,
                name));
  }

  /** Mostly just before or after midnight here or in UTC. */
  private void stepAnywhere() {
    int hour = random.nextInt(HOURS);
    Instant at =
        random.nextInt(3) == 0
            ? BEGIN.plus(Duration.ofMinutes(random.nextInt(HOURS * 60)))
            : BEGIN
                .plus(Duration.ofHours(hour / 24 * 24 + random.nextInt(2) * 8))
                .plus(Duration.ofSeconds(3_600 + random.nextInt(120) - 60));
    Instant now =
        OffsetDateTime.parse(
                tables()
                    .texts(
                        "select to_char(clock_timestamp() at time zone 'UTC',"
                            + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                    .get(0))
            .toInstant();
    clock.stepTo(Duration.between(now, at));
  }

  private ReaderIdentity identity(int reader) {
    Phone phone = phones.get(reader);
    long key =
        tables().number("select reader_key from device where id = cast(? as uuid)", phone.device());
    return new ReaderIdentity(
        key, UUID.fromString(phone.reader()), UUID.fromString(phone.device()));
  }

  private void step() {
    stepAnywhere();
    int reader = random.nextInt(phones.size());
    String code = CODES.get(random.nextInt(CODES.size()));
    switch (random.nextInt(6)) {
      case 0 -> {
        opened.note(code, false);
        opened.note(code, true);
        opened.runOnce();
        seen.add(new Seen(code, lastDay("outcome = 'opened'"), "opened", -1));
      }
      case 1 -> follows.end(accountOf(code), identity(reader));
      default -> {
        String outcome = scans.scan(code, identity(reader)).outcome();
        seen.add(new Seen(code, lastDay("reader_key is not null"), outcome, reader));
      }
    }
  }

  private UUID accountOf(String code) {
    return UUID.fromString(
        tables()
            .texts(
                "select t.account_id from follow_target t join placement p"
                    + " on p.follow_target_id = t.id where p.code = ?",
                code)
            .get(0));
  }

  private LocalDate lastDay(String which) {
    return day(
        tables().texts("select " + UTC + " from scan where " + which + " order by id desc").get(0));
  }

  private static final String UTC =
      "to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

  private static LocalDate day(String utc) {
    return LocalDate.ofInstant(Instant.parse(utc), SHANGHAI);
  }

  @Test
  void eachNumberIsThatOfWhatHappened() {
    publish("甲社区", "a");
    publish("乙社区", "b");
    for (int i = 0; i < 8; i++) {
      phones.add(Phone.signUp());
    }
    for (int i = 0; i < 250; i++) {
      step();
    }
    clock.stepTo(Duration.ZERO);
    phones.get(0).join(phones.get(1).joinCode()).then().statusCode(200);
    phones.get(2).request().delete("/v1/me").then().statusCode(204);
    assertThat(scanReport()).isEqualTo(scansAsSeen());
    assertThat(followReport()).isEqualTo(followsOfRows());
    long shown = scanReport().values().stream().mapToLong(row -> row.get(0)).sum();
    assertThat(count("scan where outcome <> 'preview'")).isEqualTo(shown);
  }

  /** Scans and readers by code, day and outcome. */
  private Map<String, List<Long>> scanReport() {
    Map<String, String> codes =
        tables().rows("select id, code from placement").stream()
            .collect(toMap(row -> row.get(0), row -> row.get(1)));
    Map<String, List<Long>> report = new TreeMap<>();
    List<Map<String, Object>> rows =
        deskRead("/v1/desk/reports/scans?from=2026-02-20&to=2026-03-10").getList("items");
    for (Map<String, Object> row : rows) {
      String key = codes.get((String) row.get("placementId")) + row.get("day") + row.get("outcome");
      Number readers = (Number) row.getOrDefault("readers", 0);
      report.put(key, List.of(((Number) row.get("scans")).longValue(), readers.longValue()));
    }
    return report;
  }

  private Map<String, List<Long>> scansAsSeen() {
    Map<String, List<Long>> report = new TreeMap<>();
    seen.stream()
        .collect(groupingBy(scan -> scan.code() + scan.day() + scan.outcome()))
        .forEach(
            (key, some) -> {
              Set<Integer> readers = new TreeSet<>();
              // The first two became one.
              some.forEach(scan -> readers.add(scan.reader() == 1 ? 0 : scan.reader()));
              readers.remove(-1);
              report.put(key, List.of((long) some.size(), (long) readers.size()));
            });
    return report;
  }

  private Map<String, Integer> followReport() {
    Map<String, Integer> report = new TreeMap<>();
    // From before it began until today, when two became one and one left.
    LocalDate today = day(tables().texts("select " + UTC + " from (select now() as at) n").get(0));
    for (LocalDate from = LocalDate.of(2026, 2, 20);
        !from.isAfter(today);
        from = from.plusDays(366)) {
      LocalDate to = from.plusDays(365);
      List<Map<String, Object>> rows =
          deskRead("/v1/desk/reports/follows?from=" + from + "&to=" + to).getList("items");
      for (Map<String, Object> row : rows) {
        Map.of("follows", "follow", "unfollows", "unfollow", "joined", "joined", "left", "left")
            .forEach(
                (name, kind) ->
                    report.put(
                        "" + row.get("accountId") + row.get("day") + kind,
                        (Integer) row.get(name)));
      }
    }
    report.values().removeIf(number -> number == 0);
    return report;
  }

  private Map<String, Integer> followsOfRows() {
    Map<String, Integer> report = new HashMap<>();
    for (List<String> row :
        tables().rows("select account_id, " + UTC + ", kind from follow_event")) {
      report.merge(row.get(0) + day(row.get(1)) + row.get(2), 1, Integer::sum);
    }
    return new TreeMap<>(report);
  }
}
