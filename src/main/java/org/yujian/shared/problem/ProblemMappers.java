package org.yujian.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.yujian.shared.order.Stations;

/**
 * Catches all exceptions that leave a resource or the framework. An exception with a built-in
 * Quarkus mapper must be listed here, otherwise that mapper would build the response.
 */
class ProblemMappers {

  @ServerExceptionMapper
  Response problem(Problem e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e, RoutingContext context) {
    return e.getResponse() != null && e.getResponse().getStatus() < 400
        ? e.getResponse()
        : ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  Response mismatch(MismatchedInputException e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  Response json(JsonProcessingException e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  Response validation(ValidationException e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  @Priority(Stations.SECURITY_PROBLEMS)
  Response unauthorized(UnauthorizedException e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  @Priority(Stations.SECURITY_PROBLEMS)
  Response authenticationFailed(AuthenticationFailedException e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  @Priority(Stations.SECURITY_PROBLEMS)
  Response authenticationIncomplete(AuthenticationCompletionException e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }

  @ServerExceptionMapper
  @Priority(Stations.SECURITY_PROBLEMS)
  Response forbidden(ForbiddenException e, RoutingContext context, ResourceInfo resource) {
    return ProblemAnswer.of(
        scope(resource).<Throwable>map(MissingScope::problem).orElse(e), context);
  }

  /** The scope required by the matched method or by its class. */
  private static Optional<String> scope(ResourceInfo resource) {
    Method method = resource == null ? null : resource.getResourceMethod();
    if (method == null) {
      return Optional.empty();
    }
    PermissionsAllowed own = method.getAnnotation(PermissionsAllowed.class);
    PermissionsAllowed needed =
        own == null ? method.getDeclaringClass().getAnnotation(PermissionsAllowed.class) : own;
    return Optional.ofNullable(needed).map(permissions -> permissions.value()[0]);
  }

  @ServerExceptionMapper
  Response anything(Throwable e, RoutingContext context) {
    return ProblemAnswer.of(e, context);
  }
}
