package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Sizes and dead rows of the program's tables, by the counts that PostgreSQL's autovacuum goes by
 * (pg_stat_user_tables; dead rows are those that no vacuum has taken away yet).
 */
final class Tables {

  /**
   * One table.
   *
   * @param bytes with indexes and TOAST
   * @param limit of dead rows: more than that, and the autovacuum has to come
   * @param vacuums since the server's counts began
   */
  record Table(long live, long dead, long bytes, double limit, long vacuums) {

    double deadShare() {
      return live + dead == 0 ? 0 : (double) dead / (live + dead);
    }

    double bytesPerRow() {
      return live == 0 ? 0 : (double) bytes / live;
    }
  }

  private static final String SQL =
      """
      select s.relname, s.n_live_tup, s.n_dead_tup, pg_total_relation_size(s.relid),
          coalesce(threshold.value, current_setting('autovacuum_vacuum_threshold'))::float8
          + coalesce(factor.value, current_setting('autovacuum_vacuum_scale_factor'))::float8
            * greatest(c.reltuples, 0),
          s.autovacuum_count
      from pg_stat_user_tables s join pg_class c on c.oid = s.relid
      left join lateral (select option_value as value from pg_options_to_table(c.reloptions)
        where option_name = 'autovacuum_vacuum_threshold') threshold on true
      left join lateral (select option_value as value from pg_options_to_table(c.reloptions)
        where option_name = 'autovacuum_vacuum_scale_factor') factor on true
      where s.schemaname = 'public'
      order by pg_total_relation_size(s.relid) desc
      """;

  private static final int SHOWN = 15;

  private final Database database;

  Tables(Database database) {
    this.database = database;
  }

  /** By name, the largest first. */
  Map<String, Table> take() throws SQLException, IOException {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (List<String> row : database.rows(SQL)) {
      tables.put(
          row.get(0),
          new Table(
              Long.parseLong(row.get(1)),
              Long.parseLong(row.get(2)),
              Long.parseLong(row.get(3)),
              Double.parseDouble(row.get(4)),
              Long.parseLong(row.get(5))));
    }
    return tables;
  }

  /**
   * Gives the autovacuum its turn: waits autovacuum_naptime, and as long as one is still at work,
   * ten minutes at most.
   */
  void awaitVacuum() throws SQLException, IOException {
    long nap = database.number("select setting from pg_settings where name = 'autovacuum_naptime'");
    Bench.say(
        String.format(Locale.ROOT, "waiting %d s, so that the autovacuum has its turn …", nap + 5));
    LockSupport.parkNanos((nap + 5) * 1_000_000_000L);
    long deadline = System.nanoTime() + 600_000_000_000L;
    String atWork =
        "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'";
    while (database.number(atWork) > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(500_000_000);
    }
  }

  /** Those with more dead rows than the autovacuum leaves. */
  static List<String> beyondVacuum(Map<String, Table> tables) {
    List<String> beyond = new ArrayList<>();
    tables.forEach(
        (name, table) -> {
          if (table.dead() > table.limit()) {
            beyond.add(name);
          }
        });
    return beyond;
  }

  static List<List<String>> rows(Map<String, Table> before, Map<String, Table> after) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "table",
            "rows after warm-up, end (ratio)",
            "MB after warm-up, end (ratio)",
            "bytes/row, end ÷ after warm-up",
            "dead rows at the end (share)",
            "autovacuum comes at",
            "autovacuums"));
    after.entrySet().stream()
        .filter(entry -> before.containsKey(entry.getKey()))
        .limit(SHOWN)
        .forEach(entry -> rows.add(row(entry.getKey(), before, entry.getValue())));
    return rows;
  }

  private static List<String> row(String name, Map<String, Table> before, Table end) {
    Table begin = before.get(name);
    return List.of(
        name,
        String.format(
            Locale.ROOT,
            "%,d, %,d (%s)",
            begin.live(),
            end.live(),
            ratio(end.live(), begin.live())),
        String.format(
            Locale.ROOT,
            "%.1f, %.1f (%s)",
            begin.bytes() / 1e6,
            end.bytes() / 1e6,
            ratio(end.bytes(), begin.bytes())),
        ratio(end.bytesPerRow(), begin.bytesPerRow()),
        String.format(Locale.ROOT, "%,d (%.2f)", end.dead(), end.deadShare()),
        String.format(Locale.ROOT, "%,.0f", end.limit()),
        "" + (end.vacuums() - begin.vacuums()));
  }

  static String ratio(double value, double divisor) {
    return divisor == 0 ? "–" : String.format(Locale.ROOT, "%.2f", value / divisor);
  }
}
