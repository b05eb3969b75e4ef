package org.yujian.media.storage;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A file in a list.
 *
 * @param name name of the file, as it was stored
 * @param bytes length in bytes
 * @param modified when it was stored
 */
public record StoredName(String name, long bytes, Instant modified) {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-]{1,64}/[a-z0-9][a-z0-9.x-]{0,39}");

  /** True for names such as {@code Qm3x…/640.webp}, none of which leaves its folder. */
  static boolean isValid(String name) {
    return FORM.matcher(name).matches();
  }

  /**
   * @return the name
   * @throws IllegalArgumentException when it is none
   */
  static String requireValid(String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException("not a name of a stored file: " + name);
    }
    return name;
  }
}
