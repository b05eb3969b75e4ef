package org.yujian.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Opaque tokens with one damage. */
public final class DamagedText {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Not of base64url; the last is 'A' for who looks at its low byte alone. */
  private static final List<String> FOREIGN =
      List.of("=", "+", "/", ".", "~", " ", "\n", "\u0000", "\u00c4", "\u0141");

  private DamagedText() {}

  /**
   * Each character changed to each other one of base64url and to foreign ones, or missing, or more.
   */
  public static Set<String> of(String token) {
    Set<String> all = new LinkedHashSet<>();
    for (int i = 0; i <= token.length(); i++) {
      String before = token.substring(0, i);
      String after = i == token.length() ? "" : token.substring(i + 1);
      for (String other : (ALPHABET).split("")) {
        all.add(before + other + after);
      }
      FOREIGN.forEach(other -> all.add(before + other + after));
      all.add(before + after);
      all.add(before + "A" + token.substring(i));
      all.add(before);
    }
    all.add(token + "==");
    all.remove(token);
    return all;
  }
}
