package org.yujian.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of files that a response offers to save (RFC 6266). */
public final class Attachment {

  private static final int LONGEST_NAME = 80;

  /** Characters that RFC 8187 allows unencoded, besides letters and digits. */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Attachment() {}

  /**
   * The value of {@code Content-Disposition}.
   *
   * @param ascii name for clients that know no other characters
   * @param name name in any script
   */
  public static String header(String ascii, String name) {
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          b >= '0' && b <= '9'
              || b >= 'A' && b <= 'Z'
              || b >= 'a' && b <= 'z'
              || PLAIN.indexOf(b) >= 0;
      encoded.append(plain ? (char) b : String.format(Locale.ROOT, "%%%02X", b));
    }
    return encoded.toString();
  }

  /** A name without characters that a file system refuses or that begin a hidden file. */
  public static String cleanName(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || "\\/:*?\"<>|".indexOf(c) >= 0 ? ' ' : c)
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST_NAME)
        .forEach(clean::appendCodePoint);
    return clean.toString().replaceAll(" +", " ").replaceAll("^[. ]+|[. ]+$", "");
  }
}
