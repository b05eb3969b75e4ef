package org.yujian.shared.order;

import jakarta.interceptor.Interceptor;

/**
 * Order numbers of all filters, interceptors and exception mappers, listed in the order in which a
 * request passes them. No other class defines such a number.
 *
 * <pre>
 * Netty       ProblemBodyHandler      gives errors of Vert.x a problem document
 *             PipeliningGuard         one request of a connection at a time
 * router      CROSS_ORIGIN            headers for scripts of other sites
 *             BEGIN                   request id, framing, Accept-Language, OPTIONS
 *             ADDRESS_LIMIT           429 when an address sends too much
 *             EVENT_LOOP_CACHE        cached public reads, sent by the event loop
 *             ADMISSION               503 when a queue is full
 *             LIMITS                  Content-Encoding, charset, address, size of the body
 * JAX-RS      LONG_READ_QUEUE         long reads wait for a worker thread
 *             QUEUE                   all others wait for a worker thread
 *             CACHE_LOOKUP            cached public reads, sent by the worker thread
 * resource    (authentication, scope)
 *             IDEMPOTENT              a repeated call gets the stored response
 *             (validation, the method)
 * service     RETRY                   a transaction is repeated after a conflict
 *             (transaction, the method)
 * response    LINKS                   Link headers of pages
 *             HEADERS                 Cache-Control, page policy, ETag of desk objects
 *             BYTES                   the entity becomes bytes
 *             CACHE_STORE             public reads are cached
 *             CONDITION               ETag, 304 and gzip
 * failure     SECURITY_PROBLEMS       problem documents for 401 and 403
 * router      FAILURES                problem documents for what failed before JAX-RS
 * </pre>
 *
 * <p>Filters of the router and response filters of JAX-RS run from the highest number to the
 * lowest; request filters of JAX-RS, interceptors and routes from the lowest to the highest.
 */
public final class Stations {

  /** Responses of all later stations have its headers, problems and cached ones too. */
  public static final int CROSS_ORIGIN = 11_000;

  public static final int BEGIN = 10_000;

  /** Cached responses count too. */
  public static final int ADDRESS_LIMIT = 9_500;

  public static final int EVENT_LOOP_CACHE = 9_000;

  /** Refusing has to be cheap, so it precedes everything that reads. */
  public static final int ADMISSION = 8_000;

  /** After Quarkus' own upload limit, which would overwrite the limit of the path. */
  public static final int LIMITS = 1;

  /** Before {@link #QUEUE}, which then finds the request on a worker thread already. */
  public static final int LONG_READ_QUEUE = 3_900;

  public static final int QUEUE = 4_000;

  public static final int CACHE_LOOKUP = 5_000;

  /** After Quarkus has checked the scope, because refused requests are not stored. */
  public static final int IDEMPOTENT = Interceptor.Priority.PLATFORM_BEFORE + 900;

  /** Outside the interceptor that begins and ends the transaction. */
  public static final int RETRY = Interceptor.Priority.PLATFORM_BEFORE + 100;

  public static final int LINKS = 8_000;

  public static final int HEADERS = 5_000;

  public static final int BYTES = 2_000;

  public static final int CACHE_STORE = 1_500;

  public static final int CONDITION = 1_000;

  /**
   * Quarkus has mappers of its own for these exceptions; the one with the lowest number is used.
   */
  public static final int SECURITY_PROBLEMS = 1;

  /** Order of a route; routes run from the lowest number. */
  public static final int FAILURES = Integer.MAX_VALUE - 1;

  private Stations() {}
}
