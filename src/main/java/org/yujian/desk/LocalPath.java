package org.yujian.desk;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Page at the desk that somebody wants to open after signing in.
 *
 * @param value path, with query; anything that does not begin with {@code /desk} becomes the first
 *     page, because it could lead to another site
 */
record LocalPath(String value) {

  private static final String FIRST = "/desk";
  private static final int LONGEST = 2_000;
  private static final Pattern PRINTABLE = Pattern.compile("[!-~&&[^\\\\]]+");

  LocalPath {
    if (value == null
        || value.length() > LONGEST
        || !PRINTABLE.matcher(value).matches()
        || !isOfDesk(value.split("[?#]", 2)[0])) {
      value = FIRST;
    }
  }

  static LocalPath of(HttpServerRequest request) {
    String query = request.query();
    return new LocalPath(query == null ? request.path() : request.path() + "?" + query);
  }

  static boolean isOfDesk(String path) {
    return path.equals(FIRST) || path.startsWith(FIRST + "/");
  }

  /** Address of the sign-in page that leads here. */
  String signIn() {
    return signIn("/desk/sign-in");
  }

  /** Address of a way to sign in that leads here. */
  public String signIn(String way) {
    return value.equals(FIRST)
        ? way
        : way + "?to=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
