package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program that runs for long may not let grow. */
final class Vitals {
  static final String RSS = "RSS MB";
  static final String POSTGRES_OWN = "PostgreSQL MB without shared memory";
  static final String FILES = "open files";
  static final String THREADS = "threads";
  static final String CONNECTIONS = "connections to PostgreSQL";

  private static final String OLD = "jvm_memory_used_bytes{area=\"heap\",id=\"G1 Old Gen\"}";
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private final Server server;
  private final Program program;

  Vitals(Program program, Server server) {
    this.program = program;
    this.server = server;
  }

  /** One sample by name. */
  Map<String, Double> take() throws IOException, InterruptedException, SQLException {
    Database database = program.database();
    String metrics = metrics();
    Map<String, Double> sample = new LinkedHashMap<>();
    sample.put(RSS, (double) Processes.rss(server.pid()));
    sample.put("old generation MB", metric(metrics, OLD) / 1e6);
    sample.put("response cache MB", metric(metrics, "yujian_response_cache_bytes") / 1e6);
    sample.put(THREADS, (double) Processes.threads(server.pid()));
    sample.put(FILES, (double) Processes.files(server.pid()));
    sample.put(
        CONNECTIONS,
        (double) database.number("select count(*) from pg_stat_activity where usename = 'yujian'"));
    sample.put("PostgreSQL MB", (double) Processes.pssWithChildren(database.postmaster()));
    sample.put(POSTGRES_OWN, (double) Processes.ownWithChildren(database.postmaster()));
    sample.put("database MB", database.number("select pg_database_size(current_database())") / 1e6);
    sample.put("log rows not read yet", metric(metrics, "yujian_log_tailer_behind"));
    sample.put("changes not indexed yet", metric(metrics, "yujian_search_index_behind"));
    return sample;
  }

  private String metrics() throws IOException, InterruptedException {
    byte[] body = Bench.fetch(program.managementPort(), "/q/metrics", "identity").body();
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Fails when there is no such metric. */
  private static double metric(String metrics, String name) throws IOException {
    List<String> found = metrics.lines().filter(line -> line.startsWith(name + " ")).toList();
    if (found.isEmpty()) {
      throw new IOException("no metric " + name);
    }
    return Double.parseDouble(found.get(0).substring(name.length() + 1));
  }

  /** What lives in Java's heap, in MB, after a full collection (a pause of some tenths of 1 s). */
  double liveHeap() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new IOException("jcmd does not tell the heap's size");
    }
    return Long.parseLong(used.group(1)) / 1e3;
  }

  /** Asks the program's Java and returns what it says. */
  String jcmd(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Program.java().replaceFirst("java$", "jcmd"));
    command.add("" + server.pid());
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd: " + output);
    }
    return output;
  }
}
