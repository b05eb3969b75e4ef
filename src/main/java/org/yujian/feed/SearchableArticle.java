package org.yujian.feed;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.yujian.body.Body;
import org.yujian.shared.page.SqlRow;

/**
 * Texts of one copy of an article, for search.
 *
 * @param feedOrder null for a draft
 * @param fields those present of {@code title}, {@code kicker}, {@code subtitle}, {@code digest},
 *     {@code source} and {@code author}, in this order; a digest derived from the body is left out
 * @param text lines of the body, joined by LF
 * @param body null if only the text was requested
 */
public record SearchableArticle(
    UUID id, UUID accountId, Long feedOrder, Map<String, String> fields, String text, Body body) {

  private static final String[] FIELDS = {
    "title", "kicker", "subtitle", "digest", "source", "author"
  };

  /** Columns before text and body; {@code c} is the alias of the copy. */
  static final String SELECT =
      """
      select a.id, a.account_id, a.feed_order,
        c.title, c.kicker, c.subtitle, %s, c.source, c.author,
      """;

  static SearchableArticle of(SqlRow row) throws SQLException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < FIELDS.length; i++) {
      String value = row.text(4 + i);
      if (value != null) {
        fields.put(FIELDS[i], value);
      }
    }
    Body body = row.json(11, Body.class);
    String text = row.text(10);
    // 0 means null, because no live article has feed order 0.
    long feedOrder = row.number(3);
    return new SearchableArticle(
        row.uuid(1),
        row.uuid(2),
        feedOrder == 0 ? null : feedOrder,
        fields,
        text == null ? body.text() : text,
        body);
  }

  public String title() {
    return fields.getOrDefault("title", "");
  }
}
