package org.yujian.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Test cases 1 and 2 of RFC 4231. */
class HmacSha256Test {

  private static String hex(byte[] key, String... parts) {
    byte[][] bytes = new byte[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = parts[i].getBytes(StandardCharsets.US_ASCII);
    }
    return HexFormat.of().formatHex(HmacSha256.of(key, bytes));
  }

  @Test
  void knownAnswers() {
    assertThat(hex(HexFormat.of().parseHex("0b".repeat(20)), "Hi There"))
        .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assertThat(hex("Jefe".getBytes(StandardCharsets.US_ASCII), "what do ya want ", "for nothing?"))
        .as("in two parts")
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
