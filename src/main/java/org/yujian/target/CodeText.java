package org.yujian.target;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a phone's camera or a person hands over as a code: the code alone, or the whole address of
 * its landing page. The host says nothing: codes outlive a change of {@code yujian.public-url}.
 */
final class CodeText {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern PATH = Pattern.compile("/f/(" + CODE + ")/?");

  private CodeText() {}

  /** The code; empty for what no landing page has as its address. */
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
