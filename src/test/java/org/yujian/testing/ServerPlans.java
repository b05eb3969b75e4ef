package org.yujian.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The plans by which the server really ran what the program sent: its own auto_explain writes each
 * to the server's log while a test looks. Nothing is planned a second time, so prepared statements
 * and generic plans are seen as they are.
 */
public final class ServerPlans implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reached only by what hangs, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final List<String> SETTINGS =
      List.of(
          "session_preload_libraries = 'auto_explain'",
          "auto_explain.log_min_duration = 0",
          "auto_explain.log_analyze = on",
          "auto_explain.log_timing = off",
          "auto_explain.log_format = 'json'",
          "log_statement = 'all'");

  private static final Pattern SENT = Pattern.compile("LOG:  (?:execute [^:]+|statement): ?(.*)$");

  private final AgroalDataSource source;
  private final Connection admin;
  private final String database;
  private int marks;

  /** Begins to look; the pool's connections are made anew. */
  public ServerPlans(AgroalDataSource source, String database) {
    try {
      this.source = source;
      this.database = database;
      admin = PostgresResource.administration(database);
      for (String setting : SETTINGS) {
        execute("alter database " + database + " set " + setting);
      }
      source.flush(FlushMode.GRACEFUL);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** One statement as it was executed: its text, and the plan with what each node did. */
  public record Executed(String query, JsonNode plan) {}

  /** The statements that ran while the requests were made, in order. */
  public List<Executed> during(Runnable requests) {
    return parse(log(requests));
  }

  /**
   * The first lines of all that the pool's connections sent meanwhile, BEGIN and COMMIT too; the
   * look whether a connection lives is an empty one. Each is a round trip, but BEGIN, which goes
   * with the next.
   */
  public List<String> sent(Runnable requests) {
    return log(requests)
        .lines()
        .map(SENT::matcher)
        .filter(Matcher::find)
        .map(sent -> sent.group(1))
        .toList();
  }

  private String log(Runnable requests) {
    File file = new File(text("select pg_current_logfile()"));
    long from = file.length();
    String begin = mark();
    requests.run();
    String all = readTo(mark(), file, from);
    return all.substring(all.indexOf(begin));
  }

  private String mark() {
    marks++;
    String mark = "mark " + marks + " end";
    execute("do $$ begin raise log '" + mark + "'; end $$");
    return mark;
  }

  /** The log is written by another process: waits for the mark to stand in it. */
  private static String readTo(String mark, File file, long from) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String text = read(file, from);
    while (!text.contains(mark)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("The server's log has no " + mark);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      text = read(file, from);
    }
    return text;
  }

  /** From there to the end, in the files that followed when the server began a new one, too. */
  private static String read(File file, long from) {
    try (Stream<Path> files = Files.list(file.toPath().getParent())) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      List<Path> following =
          files
              .filter(other -> other.getFileName().toString().startsWith("postgresql-"))
              .filter(other -> other.compareTo(file.toPath()) > 0)
              .sorted()
              .toList();
      byte[] first = Files.readAllBytes(file.toPath());
      all.write(first, Math.toIntExact(from), first.length - Math.toIntExact(from));
      for (Path other : following) {
        all.write(Files.readAllBytes(other));
      }
      return all.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An entry is a line that ends with "plan:" and JSON on lines that begin with a tab. */
  private static List<Executed> parse(String log) {
    List<Executed> executed = new ArrayList<>();
    StringBuilder json = null;
    for (String line : log.split("\n")) {
      if (json != null && line.startsWith("\t")) {
        json.append(line);
      } else {
        addTo(executed, json);
        json = line.endsWith("  plan:") ? new StringBuilder() : null;
      }
    }
    addTo(executed, json);
    return executed;
  }

  private static void addTo(List<Executed> executed, StringBuilder json) {
    if (json == null) {
      return;
    }
    try {
      JsonNode entry = JSON.readTree(json.toString());
      executed.add(new Executed(entry.path("Query Text").asText(), entry.path("Plan")));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json.toString(), e);
    }
  }

  private void execute(String sql) {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private String text(String sql) {
    try (Statement statement = admin.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Looks away: new connections are as before. */
  @Override
  public void close() {
    execute("alter database " + database + " reset all");
    source.flush(FlushMode.GRACEFUL);
    try {
      admin.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
