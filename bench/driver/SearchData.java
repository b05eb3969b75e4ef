package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The index of data that were written straight into the tables: all texts are marked as migration
 * V31 does, the running program folds them, and counts how common grams are.
 */
final class SearchData {

  private static final String[] MARK = {
    """
    insert into article_search
      select id, account_id, feed_order, 0, '', '', '', '{}', '{}' from article
      where state = 'published' on conflict do nothing
    """,
    """
    insert into name_search select 'account', id, 0, '', '', '{}' from account
      where state = 'open' on conflict do nothing
    """,
    "insert into name_search select 'tag', id, 0, '', '', '{}' from tag on conflict do nothing"
  };

  private static final String WAITING =
      """
      select (select count(*) from article_search where fold_version = 0)
        + (select count(*) from name_search where fold_version = 0)
      """;

  private final Program program;
  private final Database database;

  SearchData(Program program) {
    this.program = program;
    this.database = program.database();
  }

  /** Articles folded in a second, by a program that does nothing else; measured once. */
  double prepare() throws IOException, SQLException {
    Path made = program.dataDir().resolve("folded");
    if (!Files.exists(made)) {
      double rate = fold();
      // Grams are to be counted again, over all texts.
      database.run(
          "update search_state set sampled_at = null", "vacuum analyze", "checkpoint");
      Files.writeString(made, "" + rate);
    }
    return Double.parseDouble(Files.readString(made));
  }

  private double fold() throws SQLException, IOException {
    long began = System.nanoTime();
    database.run(MARK);
    long articles = database.number("select count(*) from article_search");
    Bench.say("Folding %,d articles …".formatted(articles));
    await(WAITING, TimeUnit.HOURS.toNanos(2));
    return articles * 1e9 / (System.nanoTime() - began);
  }

  /** Waits until this start of the program has counted grams. */
  void awaitCount() throws SQLException, IOException {
    await(
        "select count(*) from search_state where sampled_at is null",
        TimeUnit.MINUTES.toNanos(2));
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
