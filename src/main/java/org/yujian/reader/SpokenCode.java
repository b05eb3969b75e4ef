package org.yujian.reader;

import java.security.SecureRandom;
import java.util.Locale;
import org.yujian.shared.text.Sha256;

/**
 * A code to write down and type: groups of five letters and digits that are hard to confuse
 * (Crockford's Base32). Input may have lower case, hyphens, spaces, and O, I and L for 0 and 1.
 */
final class SpokenCode {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SpokenCode() {}

  /** A random code with this many groups of 25 bits. */
  static String random(int groups) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < groups * GROUP; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "");
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** The hash to store, equal for every accepted spelling of the code. */
  static String sha256(String typed) {
    return Sha256.hex(
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1'));
  }
}
