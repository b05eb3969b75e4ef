package org.yujian.shared.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the request headers that decide between codings and between 200 and 304 (RFC 9110). */
public final class Negotiation {
  private static final Pattern ETAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");
  private static final double UNNAMED = -1;

  private Negotiation() {}

  /** Whether the client accepts gzip at least as much as the plain form (12.5.3). */
  public static boolean wantsGzip(List<String> acceptEncoding) {
    if (acceptEncoding == null || acceptEncoding.isEmpty()) {
      return false;
    }
    double gzip = UNNAMED;
    double identity = UNNAMED;
    double any = UNNAMED;
    for (String part : String.join(",", acceptEncoding).split(",")) {
      String[] pieces = part.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      double weight = weight(pieces);
      switch (pieces[0]) {
        case "gzip", "x-gzip" -> gzip = weight;
        case "identity" -> identity = weight;
        case "*" -> any = weight;
        default -> {}
      }
    }
    double wanted = gzip == UNNAMED ? any : gzip;
    return wanted > 0 && wanted >= identity;
  }

  private static double weight(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      if (pieces[i].startsWith("q=")) {
        try {
          return Math.max(0, Double.parseDouble(pieces[i].substring(2)));
        } catch (NumberFormatException damaged) {
          return 0;
        }
      }
    }
    return 1;
  }

  /** A tag that {@code If-None-Match} names, by weak comparison, or null; a star is the first. */
  public static String matching(List<String> ifNoneMatch, String... tags) {
    if (ifNoneMatch == null || ifNoneMatch.isEmpty()) {
      return null;
    }
    String all = String.join(",", ifNoneMatch);
    if (all.trim().equals("*")) {
      return tags[0];
    }
    Matcher given = ETAG.matcher(all);
    while (given.find()) {
      for (String tag : tags) {
        if (tag.equals(given.group(1))) {
          return tag;
        }
      }
    }
    return null;
  }
}
