package org.yujian.shared.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.logging.Logger;

/** Turns a failure into a response, for JAX-RS and the router, and logs its cause. */
public final class ProblemAnswer {
  private static final String PREVIEW = "/preview/";
  private static final Logger LOG = Logger.getLogger(ProblemAnswer.class);

  private ProblemAnswer() {}

  static Response of(Throwable failure, RoutingContext context) {
    RenderedProblem rendered = render(failure, context);
    Response.ResponseBuilder answer =
        Response.status(rendered.status())
            .entity(text(rendered))
            .type(rendered.headers().get("Content-Type"));
    rendered.headers().forEach((name, value) -> header(answer, name, value));
    return answer.build();
  }

  /** Ends the router's response with a problem, or resets it when the head is already sent. */
  public static void send(Throwable failure, RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      // A truncated response must not look complete.
      response.reset();
      context.request().connection().close();
      return;
    }
    RenderedProblem rendered = render(failure, context);
    response.setStatusCode(rendered.status());
    rendered.headers().forEach(response.headers()::set);
    response.end(Buffer.buffer(rendered.body()));
  }

  /** The general problem for a status when nothing else is known. */
  public static Problem forStatus(int status, String method) {
    Problem problem = ProblemTranslation.forStatus(status);
    boolean names =
        problem.code() == ProblemCode.METHOD_NOT_ALLOWED
            || problem.code() == ProblemCode.NOT_IMPLEMENTED;
    return names ? problem.code().problem(method) : problem;
  }

  /** A String, because the writer chosen for the failed response writes it unchanged. */
  private static String text(RenderedProblem rendered) {
    return new String(rendered.body(), StandardCharsets.UTF_8);
  }

  private static void header(Response.ResponseBuilder answer, String name, String value) {
    // Already set by type() and by the first filter.
    if (!name.equals("Content-Type") && !name.equals(RequestId.HEADER)) {
      answer.header(name, value);
    }
  }

  /** Never fails: falls back to {@link LastResort}. */
  private static RenderedProblem render(Throwable failure, RoutingContext context) {
    String requestId = null;
    try {
      requestId = RequestId.of(context);
      return render(failure, context, requestId);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.errorf(e, "The failure of request %s cannot be described", requestId);
      return LastResort.of(requestId);
    }
  }

  private static RenderedProblem render(
      Throwable failure, RoutingContext context, String requestId) {
    HttpServerRequest request = context.request();
    Problem problem = completed(ProblemTranslation.of(failure), context);
    log(problem, failure, requestId, request);
    String language = request.getHeader("Accept-Language");
    RenderedProblem rendered = ProblemRenderer.render(problem, language, requestId);
    return ProblemPage.isWanted(request) ? ProblemPage.of(problem, rendered, language) : rendered;
  }

  private static Problem completed(Problem problem, RoutingContext context) {
    return switch (problem.code()) {
      case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED ->
          problem.headers().containsKey("Allow")
              ? problem
              : notAllowed(problem.code(), allowed(context), context);
      case NOT_FOUND -> {
        // Quarkus REST looks for other methods in one class only.
        Set<String> allowed = allowed(context);
        yield allowed.isEmpty() || allowed.contains(context.request().method().name())
            ? problem
            : notAllowed(ProblemCode.METHOD_NOT_ALLOWED, allowed, context);
      }
      case PAYLOAD_TOO_LARGE ->
          problem.arguments().isEmpty()
              ? BodyLimit.of(context.request().path()).problem()
              : problem;
      default -> problem;
    };
  }

  /** Uses the normalized path, because the router matched /a/%2e%2e/b as /b. */
  private static Set<String> allowed(RoutingContext context) {
    return AllowedMethods.of(context.normalizedPath());
  }

  private static Problem notAllowed(ProblemCode code, Set<String> allowed, RoutingContext context) {
    return code.problem(context.request().method().name())
        .header("Allow", String.join(", ", allowed));
  }

  private static void log(
      Problem problem, Throwable failure, String requestId, HttpServerRequest request) {
    int status = problem.code().status();
    if (status == 500) {
      LOG.errorf(
          failure, "%s %s failed, request %s", request.method(), loggedPath(request), requestId);
    } else if (status > 500 && problem.code() != ProblemCode.OVERLOADED) {
      // Shed requests are counted in metrics; a log line for each would add load.
      LOG.warnf(
          "%s %s: %s, request %s (%s)",
          request.method(), loggedPath(request), problem.code().code(), requestId, failure);
    }
  }

  /** The token of a preview link opens the draft, so it is not logged. */
  private static String loggedPath(HttpServerRequest request) {
    String path = request.path();
    return path != null && path.startsWith(PREVIEW) ? PREVIEW + "…" : path;
  }
}
