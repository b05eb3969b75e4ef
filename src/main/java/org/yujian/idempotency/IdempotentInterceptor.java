package org.yujian.idempotency;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.shared.order.Stations;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.Idempotent;

/** Gives a repeated request with the same key the response of the first one. */
@Idempotent
@Interceptor
@Priority(Stations.IDEMPOTENT)
class IdempotentInterceptor {
  private static final String HEADER = "Idempotency-Key";
  private static final int MAX_LENGTH = 255;

  private final Idempotency idempotency;
  private final CurrentCall current;
  private final CurrentCaller caller;
  private final RequestFingerprint fingerprint;
  private final RoutingContext context;

  IdempotentInterceptor(
      Idempotency idempotency,
      CurrentCall current,
      CurrentCaller caller,
      RequestFingerprint fingerprint,
      RoutingContext context) {
    this.idempotency = idempotency;
    this.current = current;
    this.caller = caller;
    this.fingerprint = fingerprint;
    this.context = context;
  }

  @AroundInvoke
  Object invoke(InvocationContext method) throws Exception {
    List<String> keys = context.request().headers().getAll(HEADER);
    if (keys.isEmpty()) {
      return method.proceed();
    }
    Call call = call(method, checked(keys));
    if (method.getMethod().getAnnotation(Idempotent.class).twoSteps()) {
      current.set(call);
      return method.proceed();
    }
    return idempotency.once(call, () -> proceed(method));
  }

  private Call call(InvocationContext method, String key) {
    return new Call(
        caller.get().keyId(),
        operation(method.getMethod()),
        key,
        fingerprint.of(context.request(), method.getParameters()));
  }

  private static String operation(Method method) {
    return method.getAnnotation(Operation.class).operationId();
  }

  /** Requires exactly one header of visible ASCII characters. */
  private static String checked(List<String> keys) {
    String key = keys.get(0);
    boolean good = keys.size() == 1 && !key.isEmpty() && key.length() <= MAX_LENGTH;
    if (!good || key.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
      throw ProblemCode.INVALID_PARAMETER
          .problem(HEADER)
          .with(FieldError.parameter(HEADER, "idempotency-key", MAX_LENGTH));
    }
    return key;
  }

  private static Object proceed(InvocationContext method) {
    try {
      return method.proceed();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception checked) {
      throw new IllegalStateException("resources throw no checked exceptions", checked);
    }
  }
}
