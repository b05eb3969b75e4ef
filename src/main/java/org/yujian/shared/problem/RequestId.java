package org.yujian.shared.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The name of one request in answers and in the log. A client may give it as {@code X-Request-Id}
 * when it is a short harmless token; otherwise it is made here.
 */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";
  private static final String KEY = "requestId";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  /** Names the request; called by the first filter, before anything can fail. */
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

  /** The client's token when it is safe, otherwise a new one. */
  public static String choose(String offered) {
    if (isSafe(offered)) {
      return offered;
    }
    byte[] bytes = new byte[10];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Whether a text can stand in headers, documents and log lines as it is. */
  static boolean isSafe(String id) {
    return id != null && SAFE.matcher(id).matches();
  }

  private static String header(HttpServerRequest request) {
    return request.getHeader(HEADER);
  }
}
