package bench;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** Rows on their way into tables, in the text format of PostgreSQL's COPY. */
final class CopyRows {
  private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

  /**
   * @param table its name and, in parentheses, the columns of the values
   */
  void add(String table, Object... values) {
    StringBuilder all = rows.computeIfAbsent(table, key -> new StringBuilder());
    for (int i = 0; i < values.length; i++) {
      all.append(i == 0 ? "" : "\t").append(escaped(values[i]));
    }
    all.append('\n');
  }

  private static String escaped(Object value) {
    return value == null
        ? "\\N"
        : value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }

  /** Writes them and is empty again; tables in the order in which they first came. */
  void flush(Connection connection) throws SQLException, IOException {
    for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy " + table.getKey() + " from stdin",
              new StringReader(table.getValue().toString()));
    }
    rows.clear();
  }
}
