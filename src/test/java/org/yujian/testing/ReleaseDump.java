package org.yujian.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Dumps and restores the rows of a small database: {@code COPY … FROM stdin} blocks as pg_dump
 * writes them, compressed. The schema is not in it, because Flyway makes that of any release. Used
 * by {@link ReleaseFolder} and by the upgrade tests; needs a superuser, who may switch triggers
 * off.
 */
public final class ReleaseDump {
  private static final String HISTORY = "flyway_schema_history";
  private static final String END = "\\.";
  private static final Pattern COPY = Pattern.compile("copy (\\S+) \\((.*)\\) from stdin;");
  private static final Pattern SEQUENCE =
      Pattern.compile("select setval\\('(\\S+)', \\d+, \\w+\\);");
  private static final String COLUMNS =
      String.format(
          Locale.ROOT,
          """
      select c.relname || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')'
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '%s'
      group by c.relname order by c.relname
      """,
          HISTORY);

  private static final String SEQUENCES =
      "select sequencename from pg_sequences where schemaname = 'public' order by 1";

  private ReleaseDump() {}

  /** The newest migration in the database: the target to migrate to before a restore. */
  static String schema(Connection database) throws SQLException {
    String newest =
        "select version from " + HISTORY + " where success order by installed_rank desc limit 1";
    return strings(database, newest).get(0);
  }

  /** Number and checksum of each migration in the database. */
  static List<String> migrations(Connection database) throws SQLException {
    String all =
        "select version || ' ' || checksum from "
            + HISTORY
            + " where version is not null order by version::int";
    return strings(database, all);
  }

  static void write(Connection database, Path file) throws SQLException, IOException {
    CopyManager copies = database.unwrap(PGConnection.class).getCopyAPI();
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      for (String table : strings(database, COLUMNS)) {
        StringWriter rows = new StringWriter();
        copies.copyOut("copy " + table + " to stdout", rows);
        if (!rows.toString().isEmpty()) {
          out.write("copy " + table + " from stdin;\n" + rows + END + "\n");
        }
      }
      for (String sequence : strings(database, SEQUENCES)) {
        String state = "select last_value || ', ' || is_called from " + sequence;
        String value = strings(database, state).get(0);
        out.write("select setval('" + sequence + "', " + value + ");\n");
      }
    }
  }

  /**
   * Replaces all rows by those of the dump. Into an earlier schema than the one that was dumped go
   * the tables and columns that it has.
   */
  public static void restore(Connection database, Path file) throws SQLException {
    try (Statement statement = database.createStatement();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      statement.execute("set session_replication_role = replica");
      Map<String, List<String>> tables = tables(database);
      for (String table : tables.keySet()) {
        statement.execute("delete from " + table);
      }
      List<String> sequences = strings(database, SEQUENCES);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher copy = COPY.matcher(line);
        Matcher sequence = SEQUENCE.matcher(line);
        if (copy.matches()) {
          List<String> columns = List.of(copy.group(2).split(", "));
          copyIn(database, copy.group(1), columns, tables.get(copy.group(1)), block(lines));
        } else if (!sequence.matches()) {
          throw new IllegalArgumentException(file + ": " + line);
        } else if (sequences.contains(sequence.group(1))) {
          statement.execute(line);
        }
      }
      statement.execute("set session_replication_role = default");
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The columns of each table, without those that are generated. */
  static Map<String, List<String>> tables(Connection database) throws SQLException {
    return strings(database, COLUMNS).stream()
        .map(table -> table.split(" \\(|\\)$"))
        .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(", "))));
  }

  /**
   * @param known columns of the table; null if there is no such table
   */
  private static void copyIn(
      Connection database, String table, List<String> columns, List<String> known, String rows)
      throws SQLException, IOException {
    if (known == null) {
      return;
    }
    int[] kept =
        IntStream.range(0, columns.size()).filter(i -> known.contains(columns.get(i))).toArray();
    String names = IntStream.of(kept).mapToObj(columns::get).collect(Collectors.joining(", "));
    // A tab in a value is written as \\t.
    String projected =
        rows.lines()
            .map(row -> row.split("\t", -1))
            .map(row -> IntStream.of(kept).mapToObj(i -> row[i]).collect(Collectors.joining("\t")))
            .map(row -> row + "\n")
            .collect(Collectors.joining());
    database
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " (" + names + ") from stdin", new StringReader(projected));
  }

  private static String block(BufferedReader lines) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (String row = lines.readLine(); !END.equals(row); row = lines.readLine()) {
      rows.append(row).append('\n');
    }
    return rows.toString();
  }

  static List<String> strings(Connection database, String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    return all;
  }
}
