package bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yujian.search.text.Folding;

/** What readers can see of all live articles, from the tables that the index is made from. */
final class SearchTexts {
  private static final String FIELDS = "c.title, c.kicker, c.subtitle, c.digest, c.source, c.author";

  private static final String LIVE =
      "select a.id, a.account_id, a.feed_order, c.text, "
          + FIELDS
          + " from article a join article_revision c on c.article_id = a.id and c.rev = a.live_rev"
          + " where a.state = 'published' order by ";

  private static final int FIRST_FIELD = 5;
  private static final int FIELD_COUNT = 6;

  /**
   * An article, folded.
   *
   * @param head what stands above the body and not in it
   */
  record Text(UUID id, UUID account, long order, String title, List<String> head, String body) {
    boolean has(String term) {
      return body.contains(term) || title.contains(term) || headHas(term);
    }

    boolean headHas(String term) {
      return head.stream().anyMatch(field -> field.contains(term));
    }

    /** How often, without overlaps. */
    int times(String term) {
      int times = times(title, term) + times(body, term);
      for (String field : head) {
        times += times(field, term);
      }
      return times;
    }

    private static int times(String in, String term) {
      int times = 0;
      for (int at = in.indexOf(term); at >= 0; at = in.indexOf(term, at + term.length())) {
        times++;
      }
      return times;
    }
  }

  interface Reader {
    void read(Text text);
  }

  private final Database database;

  SearchTexts(Database database) {
    this.database = database;
  }

  void all(Reader reader) throws SQLException, IOException {
    read("a.id", reader);
  }

  /** Chosen by chance, always the same ones. */
  List<Text> some(int most) throws SQLException, IOException {
    List<Text> some = new ArrayList<>();
    read("md5('known' || a.id::text) limit " + most, some::add);
    return some;
  }

  private void read(String order, Reader reader) throws SQLException, IOException {
    try (Connection connection = database.superuser("yujian");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(200);
      try (ResultSet rows = statement.executeQuery(LIVE + order)) {
        while (rows.next()) {
          reader.read(text(rows));
        }
      }
    }
  }

  private static Text text(ResultSet row) throws SQLException {
    String body = Folding.fold(row.getString(FIRST_FIELD - 1));
    List<String> head = new ArrayList<>();
    for (int i = 1; i < FIELD_COUNT; i++) {
      String field = row.getString(FIRST_FIELD + i);
      if (field != null && !body.contains(Folding.fold(field))) {
        head.add(Folding.fold(field));
      }
    }
    return new Text(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getLong(3),
        Folding.fold(row.getString(FIRST_FIELD)),
        head,
        body);
  }
}
