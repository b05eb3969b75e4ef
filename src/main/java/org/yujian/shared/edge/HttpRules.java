package org.yujian.shared.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * Checks rules of HTTP that neither Netty nor Vert.x enforces: a message that proxies and servers
 * may read differently could smuggle in another request (RFC 9112, section 11.2).
 */
final class HttpRules {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";,\\s]*)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

  private HttpRules() {}

  /** The problem with Host or Transfer-Encoding, if any (RFC 9112, sections 3.2 and 6.1). */
  public static Optional<Problem> framing(HttpServerRequest request) {
    int hosts = request.headers().getAll("Host").size();
    boolean http11 = request.version() == HttpVersion.HTTP_1_1;
    boolean badHost = hosts > 1 || hosts == 0 && http11;
    List<String> codings = request.headers().getAll("Transfer-Encoding");
    // Only a single chunked coding is supported; HTTP/1.0 has none.
    boolean badCoding =
        !codings.isEmpty()
            && !(http11 && codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
    return badHost || badCoding ? Optional.of(ProblemCode.BAD_REQUEST.problem()) : Optional.empty();
  }

  public static Optional<Problem> charset(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    Matcher charset = CHARSET.matcher(type == null ? "" : type);
    return charset.find() && !UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT))
        ? Optional.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE.problem())
        : Optional.empty();
  }

  /**
   * Percent-encoded octets must be UTF-8 without NUL: PostgreSQL stores none, so nothing can match.
   */
  public static Optional<Problem> address(HttpServerRequest request) {
    for (String part : request.query() == null ? new String[0] : request.query().split("&")) {
      String name = part.contains("=") ? part.substring(0, part.indexOf('=')) : part;
      if (part.contains("%00")) {
        return Optional.of(parameter(name, "characters"));
      }
      if (!isUtf8(part)) {
        return Optional.of(parameter(name, "utf-8"));
      }
    }
    if (!isUtf8(request.path())) {
      return Optional.of(ProblemCode.BAD_REQUEST.problem());
    }
    return request.path().contains("%00")
        ? Optional.of(ProblemCode.NOT_FOUND.problem())
        : Optional.empty();
  }

  private static Problem parameter(String name, String code) {
    return ProblemCode.INVALID_PARAMETER.problem(name).with(FieldError.parameter(name, code));
  }

  /** Whether an address part is in UTF-8; malformed escapes are read literally. */
  static boolean isUtf8(String text) {
    if (text.chars().allMatch(character -> character != '%' && character < 0x80)) {
      return true;
    }
    ByteBuffer octets = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      int octet = text.charAt(i) == '%' ? escaped(text, i) : -1;
      octets.put((byte) (octet < 0 ? text.charAt(i) : octet));
      i += octet < 0 ? 0 : 2;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /** The octet of the escape at this position; negative when it is malformed. */
  private static int escaped(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = hex(text.charAt(at + 1));
    int low = hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int hex(char digit) {
    return digit < 0x80 ? Character.digit(digit, 16) : -1;
  }
}
