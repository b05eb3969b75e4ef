package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The index of data that were written straight into the tables: the running program fills it, and
 * folds names that are marked as migration V31 does.
 */
final class SearchData {

  private static final long LONGEST = TimeUnit.HOURS.toNanos(2);

  private static final String ACCOUNTS =
      """
      insert into name_search select 'account', id, 0, '', '', '{}' from account
        where state = 'open' on conflict do nothing
      """;

  private static final String TAGS =
      "insert into name_search select 'tag', id, 0, '', '', '{}' from tag on conflict do nothing";

  private final Program program;
  private final Database database;

  SearchData(Program program) {
    this.program = program;
    this.database = program.database();
  }

  /** Articles that a program which has just started indexes in a second, beside nothing else. */
  double prepare() throws IOException, InterruptedException, SQLException {
    Path made = program.dataDir().resolve("indexed");
    if (!Files.exists(made)) {
      // An earlier run may have ended in the middle.
      double before = metric("yujian_search_index_articles");
      long began = System.nanoTime();
      index();
      double articles = metric("yujian_search_index_articles") - before;
      Files.writeString(made, "" + articles * 1e9 / (System.nanoTime() - began));
    }
    index();
    return Double.parseDouble(Files.readString(made));
  }

  /** Waits until all articles and names can be found. */
  void index() throws SQLException, IOException, InterruptedException {
    Bench.say("Indexing all texts for searching …");
    database.run(ACCOUNTS, TAGS);
    long deadline = System.nanoTime() + LONGEST;
    while (metric("yujian_search_index_filled") < 100
        || metric("yujian_search_index_behind") > 0
        || database.number("select count(*) from name_search where fold_version = 0") > 0) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the search index is still not whole");
      }
      LockSupport.parkNanos(200_000_000);
    }
    database.run("vacuum analyze", "checkpoint");
  }

  /** Bytes of the index's files. */
  long bytes() throws IOException {
    try (var files = Files.walk(program.dataDir().resolve("search"))) {
      long all = 0;
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        all += Files.size(file);
      }
      return all;
    }
  }

  private double metric(String name) throws IOException, InterruptedException {
    byte[] body = Bench.fetch(program.managementPort(), "/q/metrics", "identity").body();
    List<String> found =
        new String(body, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith(name + " "))
            .toList();
    return found.isEmpty() ? -1 : Double.parseDouble(found.get(0).substring(name.length() + 1));
  }
}
