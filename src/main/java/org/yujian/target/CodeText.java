package org.yujian.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extracts the code from a scanned or typed text: the code itself, or the URL of its landing page
 * on any host, because printed codes outlive a change of {@code yujian.public-url}.
 */
final class CodeText {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern PATH = Pattern.compile("/f/(" + CODE + ")/?");

  private CodeText() {}

  /** The code; empty when the text is neither a code nor the URL of a landing page. */
  static Optional<String> code(String text) {
    String stripped = text.strip();
    return CODE.matcher(stripped).matches() ? Optional.of(stripped) : ofAddress(stripped);
  }

  private static Optional<String> ofAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return Optional.of(PATH.matcher(uri.getRawPath()))
            .filter(Matcher::matches)
            .map(path -> path.group(1));
      }
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
