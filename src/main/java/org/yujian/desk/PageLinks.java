package org.yujian.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Links between the pages of a list.
 *
 * @param first to its beginning; null on the first page
 * @param next to the next page; null on the last one
 */
record PageLinks(String first, String next) {

  /**
   * @param filters query parameters that all pages of the list share; null values are left out
   * @param cursor cursor of this page; null on the first one
   * @param next cursor of the next page; null on the last one
   */
  static PageLinks of(String path, Map<String, ?> filters, String cursor, String next) {
    if (next == null) {
      return new PageLinks(cursor == null ? null : path + query(filters), null);
    }
    Map<String, Object> following = new LinkedHashMap<>(filters);
    following.put("cursor", next);
    return new PageLinks(cursor == null ? null : path + query(filters), path + query(following));
  }

  /** The query string with its question mark; empty without parameters. */
  static String query(Map<String, ?> parameters) {
    String all =
        parameters.entrySet().stream()
            .filter(entry -> entry.getValue() != null)
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return all.isEmpty() ? "" : "?" + all;
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }
}
