package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The index of data that were written straight into the tables: texts are marked as migration V31
 * does, the running program folds them, and counts how common grams are.
 */
final class SearchData {

  private static final long LONGEST = TimeUnit.HOURS.toNanos(2);

  /** So many are folded into the index as it is; it is built over the others afterwards. */
  private static final String MEASURED = "5000";

  private static final String ARTICLES =
      """
      insert into article_search
        select id, account_id, feed_order, 0, '', '', '', '{}', '{}' from article a
        where state = 'published'
          and not exists (select 1 from article_search s where s.article_id = a.id)
        limit %s
      """;

  private static final String ACCOUNTS =
      """
      insert into name_search select 'account', id, 0, '', '', '{}' from account
        where state = 'open' on conflict do nothing
      """;

  private static final String TAGS =
      "insert into name_search select 'tag', id, 0, '', '', '{}' from tag on conflict do nothing";

  /** As in V31. */
  private static final String INDEX =
      """
      create index article_search_grams on article_search using gin (g)
        with (fastupdate = on, gin_pending_list_limit = 2048)
      """;

  private static final String WAITING =
      """
      select count(*) from (
        (select 1 from article_search where fold_version = 0 limit 1)
        union all
        (select 1 from name_search where fold_version = 0 limit 1)) c
      """;

  private final Program program;
  private final Database database;

  SearchData(Program program) {
    this.program = program;
    this.database = program.database();
  }

  /** Articles folded in a second by a program that does nothing else, of the first ones. */
  double prepare() throws IOException, SQLException {
    Path made = program.dataDir().resolve("folded");
    if (!Files.exists(made)) {
      double rate = fold();
      // Grams are to be counted again, over all texts.
      database.run("update search_state set sampled_at = null", "vacuum analyze", "checkpoint");
      Files.writeString(made, "" + rate);
    }
    return Double.parseDouble(Files.readString(made));
  }

  /**
   * Data that are there already: the index of all texts and names, as the program would have it.
   */
  void foldAll() throws SQLException, IOException {
    Bench.say("Folding all texts for searching …");
    database.run(ACCOUNTS, TAGS, String.format(Locale.ROOT, ARTICLES, "all"));
    await(WAITING, LONGEST);
    database.run("vacuum analyze", "checkpoint");
  }

  private double fold() throws SQLException, IOException {
    database.run(ACCOUNTS, TAGS);
    long began = System.nanoTime();
    database.run(String.format(Locale.ROOT, ARTICLES, MEASURED));
    long articles = database.number("select count(*) from article_search");
    Bench.say(String.format(Locale.ROOT, "Folding %,d articles …", articles));
    await(WAITING, LONGEST);
    final double rate = articles * 1e9 / (System.nanoTime() - began);
    Bench.say(String.format(Locale.ROOT, "%.0f articles/s; folding the others …", rate));
    database.run("drop index article_search_grams", String.format(Locale.ROOT, ARTICLES, "all"));
    await(WAITING, LONGEST);
    Bench.say("Building the index …");
    // Without it what the program asks every minute reads the whole table.
    patience("'100ms'");
    database.run("set maintenance_work_mem = '1GB'; " + INDEX);
    patience("default");
    return rate;
  }

  /** How long a statement of the program may take, from now on. */
  private void patience(String timeout) throws SQLException, IOException {
    database.run(
        "alter role yujian set statement_timeout = " + timeout,
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'yujian'");
  }

  /** Waits until this start of the program has counted grams. */
  void awaitCount() throws SQLException, IOException {
    await(
        "select count(*) from search_state where sampled_at is null", TimeUnit.MINUTES.toNanos(2));
  }

  private void await(String count, long patience) throws SQLException, IOException {
    long deadline = System.nanoTime() + patience;
    while (database.number(count) > 0) {
      if (System.nanoTime() > deadline) {
        throw new IOException("still not 0: " + count);
      }
      LockSupport.parkNanos(200_000_000);
    }
  }
}
