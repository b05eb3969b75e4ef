package org.yujian.shared.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Assigns each request an id for responses and the log. A client may send one as {@code
 * X-Request-Id} if it is a short safe token; otherwise the id is random.
 */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";
  private static final String KEY = "requestId";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  /** Assigns the id; called by the first filter, before anything can fail. */
  public static void begin(RoutingContext context) {
    String id = choose(context.request().getHeader(HEADER));
    context.put(KEY, id);
    context.response().putHeader(HEADER, id);
    MDC.put(KEY, id);
  }

  public static String of(RoutingContext context) {
    String id = context == null ? null : context.get(KEY);
    return id == null ? choose(context == null ? null : header(context.request())) : id;
  }

  /** The client's token when it is safe, otherwise a random id. */
  public static String choose(String offered) {
    if (isSafe(offered)) {
      return offered;
    }
    byte[] bytes = new byte[10];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Whether a text can be copied unchanged into headers, documents and log lines. */
  static boolean isSafe(String id) {
    return id != null && SAFE.matcher(id).matches();
  }

  private static String header(HttpServerRequest request) {
    return request.getHeader(HEADER);
  }
}
