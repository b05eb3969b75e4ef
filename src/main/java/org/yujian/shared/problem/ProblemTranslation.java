package org.yujian.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.yujian.shared.process.ChildFailed;

/** Finds the problem for an exception; an unknown exception is an internal error. */
public final class ProblemTranslation {
  private static final String NO_SPACE = "No space left on device";
  private static final String MULTIPART = "org.jboss.resteasy.reactive.server.core.multipart.";

  private ProblemTranslation() {}

  /** Also for background work, which has no client. */
  public static Problem of(Throwable failure) {
    List<Throwable> chain = Causes.of(failure);
    for (Throwable e : chain) {
      Problem problem = known(e);
      if (problem != null) {
        return problem;
      }
    }
    if (failure instanceof WebApplicationException e) {
      return forStatus(e.getResponse().getStatus());
    }
    if (failure instanceof HttpException e) {
      return forStatus(e.getStatusCode());
    }
    return chain.stream().anyMatch(ProblemTranslation::fromMultipart)
        ? ProblemCode.MALFORMED_UPLOAD.problem()
        : ProblemCode.INTERNAL_ERROR.problem();
  }

  /** The general problem for a status that another layer chose without a reason. */
  static Problem forStatus(int status) {
    for (ProblemCode code : ProblemCode.values()) {
      boolean needsArguments =
          code == ProblemCode.MALFORMED_JSON
              || code == ProblemCode.INVALID_PARAMETER
              || code == ProblemCode.RANGE_NOT_SATISFIABLE
              || code == ProblemCode.STORAGE_FULL;
      if (code.status() == status && !needsArguments) {
        return code.problem();
      }
    }
    return (status >= 400 && status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR)
        .problem();
  }

  private static Problem known(Throwable e) {
    if (e instanceof Problem problem) {
      return problem;
    }
    if (e instanceof JsonProcessingException json) {
      return JsonProblems.of(json);
    }
    if (e instanceof ConstraintViolationException violations) {
      return ConstraintProblems.of(violations);
    }
    if (e instanceof UnauthorizedException) {
      return ProblemCode.UNAUTHORIZED.problem();
    }
    if (e instanceof AuthenticationException) {
      return ProblemCode.UNAUTHORIZED
          .problem()
          .header("WWW-Authenticate", "Bearer realm=\"yujian\", error=\"invalid_token\"");
    }
    if (e instanceof ForbiddenException) {
      return ProblemCode.FORBIDDEN.problem();
    }
    if (e instanceof HttpClosedException) {
      // The client is gone: nobody reads the response, and the server did not fail.
      return ProblemCode.BAD_REQUEST.problem();
    }
    if (e instanceof ChildFailed) {
      return ProblemCode.OVERLOADED.problem().header("Retry-After", "30").causedBy(e);
    }
    if (e instanceof RejectedExecutionException) {
      return ProblemCode.OVERLOADED.problem();
    }
    return e instanceof IOException file ? ofFile(file) : DatabaseProblems.of(e);
  }

  private static Problem ofFile(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.equals("Request too large")) {
      return ProblemCode.PAYLOAD_TOO_LARGE.problem();
    }
    if (message.contains(NO_SPACE)) {
      return ProblemCode.STORAGE_FULL.problem();
    }
    // Otherwise a file of the server, for example of an upload: not the client's fault.
    return e instanceof FileSystemException ? ProblemCode.INTERNAL_ERROR.problem() : null;
  }

  /** The multipart parser throws whatever its loops run into; stack frames say more than types. */
  private static boolean fromMultipart(Throwable e) {
    StackTraceElement[] frames = e.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, 12); i++) {
      if (frames[i].getClassName().startsWith(MULTIPART)) {
        return true;
      }
    }
    return false;
  }
}
