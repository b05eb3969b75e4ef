package org.yujian.shared.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.yujian.shared.problem.BodyLimit;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemAnswer;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;

/**
 * Reads bodies on the event loop: JAX-RS would block a worker thread for each, and as many slow
 * clients as threads would block all others. Multipart forms are left to Quarkus, which reads them
 * without a thread and keeps files on disk.
 */
@Singleton
class RequestBodyAggregator {

  /** All bodies together may take this fraction of the heap. */
  private static final int PART = 4;

  private final long most = Runtime.getRuntime().maxMemory() / PART;
  private final AtomicLong held = new AtomicLong();
  private final long longest;

  @Inject
  RequestBodyAggregator(Settings settings, MeterRegistry registry) {
    longest = settings.bodyTimeout().toMillis();
    Gauge.builder("yujian.bodies.bytes", held, AtomicLong::get)
        .baseUnit("bytes")
        .description("Memory that bodies of requests take; past a quarter of the heap 503")
        .register(registry);
  }

  void read(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (RequestFilters.hasBody(request)) {
      limitTime(context);
    }
    if (request.isEnded() || isForm(request) || isUnknownAtDesk(request)) {
      context.next();
      return;
    }
    new Reading(context).begin();
  }

  /** A client that sends a byte now and then is never idle, and would never be disconnected. */
  private void limitTime(RoutingContext context) {
    long timer =
        context
            .vertx()
            .setTimer(
                longest,
                late -> {
                  if (context.request().isEnded()) {
                    return;
                  }
                  if (context.response().ended()) {
                    context.request().connection().close();
                  } else {
                    refuse(ProblemCode.REQUEST_TIMEOUT.problem(), context);
                  }
                });
    context.addEndHandler(end -> context.vertx().cancelTimer(timer));
  }

  /** Closes the connection after the response, because the rest of the body is not read. */
  private static void refuse(Problem problem, RoutingContext context) {
    // A routing context has several end handlers, a response only one.
    context.addEndHandler(end -> context.request().connection().close());
    ProblemAnswer.send(problem, context);
  }

  private static boolean isForm(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** True without a type as well: where a body is optional, its type is, too. */
  private static boolean isJson(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type == null || type.toLowerCase(Locale.ROOT).contains("json");
  }

  /** A desk request without credentials is refused without its body, which may be large. */
  private static boolean isUnknownAtDesk(HttpServerRequest request) {
    return BodyLimit.of(request.path()) != BodyLimit.OTHER
        && request.getHeader("Authorization") == null;
  }

  private final class Reading {
    private final RoutingContext context;
    private final BodyLimit limit;
    private final Buffer body = Buffer.buffer();
    private final boolean json;
    private boolean nul;
    private boolean refused;

    Reading(RoutingContext context) {
      this.context = context;
      this.limit = BodyLimit.of(context.request().path());
      this.json = isJson(context.request());
    }

    void begin() {
      HttpServerRequest request = context.request();
      context.addEndHandler(end -> held.addAndGet(-body.length()));
      request.handler(this::part);
      request.endHandler(end -> whole());
      if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
        context.response().writeContinue();
      }
      request.resume();
    }

    private void part(Buffer part) {
      if (refused) {
        return;
      }
      if (body.length() + part.length() > limit.bytes()) {
        refuse(limit.problem());
      } else if (held.get() + part.length() > most) {
        refuse(ProblemCode.OVERLOADED.problem().header("Connection", "close"));
      } else {
        held.addAndGet(part.length());
        body.appendBuffer(part);
        nul = nul || json && hasNul(part);
      }
    }

    private void whole() {
      // A refused or timed-out request has its response already.
      if (refused || context.response().ended()) {
        return;
      }
      if (nul) {
        ProblemAnswer.send(ProblemCode.MALFORMED_JSON.problem("not in UTF-8"), context);
      } else {
        ((RoutingContextInternal) context).setBody(body);
        context.next();
      }
    }

    /** Jackson would accept UTF-16 and UTF-32 as well; both have NULs in every JSON text. */
    private static boolean hasNul(Buffer part) {
      for (int i = 0; i < part.length(); i++) {
        if (part.getByte(i) == 0) {
          return true;
        }
      }
      return false;
    }

    private void refuse(Problem problem) {
      refused = true;
      RequestBodyAggregator.refuse(problem, context);
    }
  }
}
