package org.yujian.ops;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database itself holds of generated documents: how many reports per file, how many
 * articles per title and in which state.
 */
record StoredImports(Map<String, Integer> reports, Map<String, List<String>> states) {
  private static final String REPORTS = "select file_name, '' from import_job";
  private static final String ARTICLES =
      """
      select coalesce(a.title, d.title), a.state
      from article a left join article_draft d on d.article_id = a.id
      """;

  /** Live things without a row in the change log, rows without a thing, halves of editions. */
  private static final String INCONSISTENT =
      """
      select 'live without change: ' || a.id from article a
      where a.state = 'published' and not exists (select from change c where c.thing_id = a.id)
      union all
      select 'edition without change: ' || e.id from edition e
      where e.state = 'published' and not exists (select from change c where c.thing_id = e.id)
      union all
      select 'change without article: ' || c.thing_id from change c
      where c.type = 'article'
        and not exists (select from article a where a.id = c.thing_id and a.state = 'published')
      union all
      select 'live without revision: ' || a.id from article a
      where a.state = 'published'
        and not exists (select from article_revision r where r.article_id = a.id and r.rev = a.live_rev)
      union all
      select 'draft in a published edition: ' || a.id from article a join edition e on e.id = a.edition_id
      where (a.state = 'published') <> (e.state = 'published')
      union all
      select 'edition with a gap: ' || edition_id from article
      group by edition_id having count(*) <> max(position)
      """;

  /** {@code program::database} or {@code nodes::database}. */
  interface Database {
    Connection connect() throws SQLException;
  }

  static StoredImports in(Database database) throws SQLException {
    Map<String, Integer> reports = new HashMap<>();
    Map<String, List<String>> states = new HashMap<>();
    for (String[] row : rows(database, REPORTS)) {
      reports.merge(row[0], 1, Integer::sum);
    }
    for (String[] row : rows(database, ARTICLES)) {
      states.computeIfAbsent(row[0], title -> new ArrayList<>()).add(row[1]);
    }
    return new StoredImports(reports, states);
  }

  static List<String> inconsistencies(Database database) throws SQLException {
    return rows(database, INCONSISTENT).stream().map(row -> row[0]).toList();
  }

  /** How often the document was stored; its articles have to be there as often. */
  int times(GeneratedDocument document) {
    return reports.getOrDefault(document.fileName(), 0);
  }

  List<String> states(String title) {
    return states.getOrDefault(title, List.of());
  }

  private static List<String[]> rows(Database database, String query) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        rows.add(new String[] {result.getString(1), columns > 1 ? result.getString(2) : ""});
      }
    }
    return rows;
  }
}
