package org.yujian.shared.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yujian.shared.text.Sha256;

/** The style sheet of all pages. The address contains a hash, so clients can cache it forever. */
@Named("style")
@Singleton
public class StyleSheet {

  private static final String FILE = "/pages/page.css";
  private static final int HASH_DIGITS = 12;

  private final String css;
  private final String hash;

  StyleSheet() {
    try (InputStream in = StyleSheet.class.getResourceAsStream(FILE)) {
      css = new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hash = Sha256.hex(css).substring(0, HASH_DIGITS);
  }

  public String href() {
    return "/assets/page." + hash + ".css";
  }

  public String css() {
    return css;
  }

  public boolean isCurrent(String asked) {
    return hash.equals(asked);
  }
}
