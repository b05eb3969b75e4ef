package org.yujian.shared.edge;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yujian.shared.metrics.RequestDurations;
import org.yujian.shared.order.Stations;
import org.yujian.shared.problem.AllowedMethods;
import org.yujian.shared.problem.BodyLimit;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemAnswer;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.problem.RequestId;
import org.yujian.shared.text.AcceptLanguage;

/** Installs the router's filters, and the handlers for failures outside JAX-RS. */
@ApplicationScoped
class RequestFilters {

  @Inject LoadShedder workers;
  @Inject RequestBodyAggregator bodies;
  @Inject RequestDurations durations;

  void install(@Observes Filters filters) {
    filters.register(this::begin, Stations.BEGIN);
    filters.register(this::admit, Stations.ADMISSION);
    filters.register(this::limit, Stations.LIMITS);
  }

  void answerFailures(@Observes Router router) {
    router.route().order(Stations.FAILURES).failureHandler(this::fail);
    router.errorHandler(404, this::fail);
    router.errorHandler(405, this::fail);
  }

  private void begin(RoutingContext context) {
    RequestId.begin(context);
    simplifyLanguage(context.request().headers());
    Optional<Problem> malformed = HttpRules.framing(context.request());
    if (malformed.isPresent()) {
      refuse(malformed.get(), context);
      return;
    }
    durations.begin(context);
    if (context.request().method().name().equals("OPTIONS")) {
      String allow = AllowedMethods.at(context.request().path());
      if (!allow.isEmpty()) {
        context.response().setStatusCode(204).putHeader("Allow", allow).end();
        return;
      }
    }
    context.next();
  }

  /** Keeps one supported language; Hibernate Validator fails on malformed values. */
  private static void simplifyLanguage(MultiMap headers) {
    List<String> lines = headers.getAll(HttpHeaders.ACCEPT_LANGUAGE);
    if (lines.isEmpty()) {
      return;
    }
    // Repeated header lines form one list (RFC 9110, section 5.3).
    AcceptLanguage.preferred(String.join(",", lines))
        .ifPresentOrElse(
            language -> headers.set(HttpHeaders.ACCEPT_LANGUAGE, language),
            () -> headers.remove(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private void limit(RoutingContext context) {
    HttpServerRequest request = context.request();
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity") && hasBody(request)) {
      // A compressed body can grow a thousandfold; our clients need none (RFC 9110, 15.5.16).
      Problem unsupported = ProblemCode.UNSUPPORTED_MEDIA_TYPE.problem();
      ProblemAnswer.send(unsupported.header("Accept-Encoding", "identity"), context);
      return;
    }
    Optional<Problem> charset = hasBody(request) ? HttpRules.charset(request) : Optional.empty();
    if (charset.isPresent()) {
      refuse(charset.get(), context);
      return;
    }
    Optional<Problem> address = HttpRules.address(request);
    if (address.isPresent()) {
      ProblemAnswer.send(address.get(), context);
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

  /** Responds and closes: following bytes on the connection may belong to a body. */
  private static void refuse(Problem problem, RoutingContext context) {
    context.addEndHandler(end -> context.request().connection().close());
    ProblemAnswer.send(problem.header("Connection", "close"), context);
  }

  private void fail(RoutingContext context) {
    // Quarkus refuses a missing Host before the first filter.
    Optional<Problem> malformed = HttpRules.framing(context.request());
    if (malformed.isPresent()) {
      refuse(malformed.get(), context);
      return;
    }
    Throwable failure = context.failure();
    boolean statusOnly = failure == null || context.statusCode() < 500 && context.statusCode() > 0;
    ProblemAnswer.send(statusOnly ? new HttpException(context.statusCode()) : failure, context);
  }
}
