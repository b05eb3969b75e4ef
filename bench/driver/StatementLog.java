package bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL itself writes into its log about the statements that reach it. */
final class StatementLog {
  private static final long PATIENCE = 60_000_000_000L;
  private static final Pattern ENTRY =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d [^\\[]*) \\w+ \\[(\\d+)] (\\w+):  (.*)$", Pattern.DOTALL);

  /** One entry: when it was written, of which server process, LOG or DETAIL, and the text. */
  record Entry(LocalDateTime at, long pid, String kind, String text) {}

  interface Work {
    void run() throws IOException, InterruptedException, SQLException;
  }

  private final Database database;
  private int marks;

  StatementLog(Database database) {
    this.database = database;
  }

  /** The entries that were written while the work was done, the marks around them left out. */
  List<Entry> during(Work work) throws IOException, InterruptedException, SQLException {
    Path file = current();
    long from = file.toFile().length();
    String begin = mark();
    work.run();
    String end = mark();
    long deadline = System.nanoTime() + PATIENCE;
    String text = since(file, from);
    while (!text.contains(end + "\n")) {
      if (System.nanoTime() > deadline) {
        throw new IOException("PostgreSQL's log " + file + " does not have " + end);
      }
      LockSupport.parkNanos(5_000_000);
      text = since(file, from);
    }
    return entries(text, begin, end);
  }

  /** A full file is followed by a new one. */
  private String since(Path file, long from) throws SQLException, IOException {
    String text = read(file, from);
    Path now = current();
    return now.equals(file) ? text : read(file, from) + read(now, 0);
  }

  private Path current() throws SQLException, IOException {
    return database
        .dataDir()
        .resolve("postgres/cluster")
        .resolve(database.text("select pg_current_logfile()"));
  }

  private String mark() throws SQLException, IOException {
    String mark = "bench mark " + ProcessHandle.current().pid() + " " + ++marks + " here";
    database.run("do $$ begin raise log '" + mark + "'; end $$");
    return mark;
  }

  private static String read(Path file, long from) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Lines that begin with a tab belong to the entry before. */
  private static List<Entry> entries(String text, String begin, String end) {
    List<Entry> entries = new ArrayList<>();
    boolean within = false;
    for (String part : text.split("\n(?!\t)")) {
      Matcher entry = ENTRY.matcher(part);
      if (!entry.matches()) {
        continue;
      }
      String words = entry.group(4).replace("\n\t", "\n");
      if (words.equals(begin) || words.equals(end)) {
        within = words.equals(begin);
      } else if (within) {
        LocalDateTime at = LocalDateTime.parse(entry.group(1).replace(' ', 'T'));
        entries.add(new Entry(at, Long.parseLong(entry.group(2)), entry.group(3), words));
      }
    }
    return entries;
  }
}
