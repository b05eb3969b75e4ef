package org.yujian.shared.web;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yujian.shared.problem.AllowedMethods;
import org.yujian.shared.problem.BodyLimit;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemAnswer;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.problem.RequestId;

/** The first and the last that a request meets on the router. */
@ApplicationScoped
class RequestFilters {
  private static final int FIRST = 10_000;
  // After what is answered from memory: refusing has to be cheap, so it comes before all else.
  private static final int ADMISSION = 8_000;
  // After Quarkus' own upload limit, which would overwrite the chunked one of the path.
  private static final int LIMITS = 1;

  @Inject Workers workers;
  @Inject WholeBodies bodies;

  void install(@Observes Filters filters) {
    filters.register(this::begin, FIRST);
    filters.register(this::admit, ADMISSION);
    filters.register(this::limit, LIMITS);
  }

  void answerFailures(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(this::fail);
    router.errorHandler(404, this::fail);
    router.errorHandler(405, this::fail);
  }

  private void begin(RoutingContext context) {
    RequestId.begin(context);
    if (context.request().method().name().equals("OPTIONS")) {
      String allow = AllowedMethods.at(context.request().path());
      if (!allow.isEmpty()) {
        context.response().setStatusCode(204).putHeader("Allow", allow).end();
        return;
      }
    }
    context.next();
  }

  private void limit(RoutingContext context) {
    HttpServerRequest request = context.request();
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity") && hasBody(request)) {
      // A compressed body can grow a thousandfold; no client of ours needs one (RFC 9110, 15.5.16).
      Problem unsupported = ProblemCode.UNSUPPORTED_MEDIA_TYPE.problem();
      ProblemAnswer.send(unsupported.header("Accept-Encoding", "identity"), context);
      return;
    }
    Problem unstorable = nul(request);
    if (unstorable != null) {
      ProblemAnswer.send(unstorable, context);
      return;
    }
    BodyLimit limit = BodyLimit.of(request.path());
    String length = request.getHeader("Content-Length");
    if (length == null) {
      context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit.bytes());
    } else if (Long.parseLong(length) > limit.bytes()) {
      context.addEndHandler(end -> request.connection().close());
      ProblemAnswer.send(limit.problem(), context);
      return;
    }
    bodies.read(context);
  }

  private void admit(RoutingContext context) {
    try {
      workers.admit(context.request());
    } catch (Problem overloaded) {
      ProblemAnswer.send(overloaded, context);
      return;
    }
    context.next();
  }

  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null ? request.getHeader("Transfer-Encoding") != null : !length.equals("0");
  }

  /** PostgreSQL stores no NUL, so nothing can be found by one. */
  private static Problem nul(HttpServerRequest request) {
    String query = request.query();
    if (query != null) {
      for (String part : query.split("&")) {
        if (part.contains("%00")) {
          String name = part.contains("=") ? part.substring(0, part.indexOf('=')) : part;
          return ProblemCode.INVALID_PARAMETER
              .problem(name)
              .with(FieldError.parameter(name, "characters"));
        }
      }
    }
    return request.path().contains("%00") ? ProblemCode.NOT_FOUND.problem() : null;
  }

  private void fail(RoutingContext context) {
    Throwable failure = context.failure();
    boolean statusOnly = failure == null || context.statusCode() < 500 && context.statusCode() > 0;
    ProblemAnswer.send(statusOnly ? new HttpException(context.statusCode()) : failure, context);
  }
}
