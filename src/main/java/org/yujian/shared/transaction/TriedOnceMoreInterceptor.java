package org.yujian.shared.transaction;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Stands outside the interceptor that begins and ends the transaction. */
@TriedOnceMore
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class TriedOnceMoreInterceptor {

  @AroundInvoke
  Object invoke(InvocationContext method) {
    return OnceMore.on(() -> proceed(method));
  }

  private static Object proceed(InvocationContext method) {
    try {
      return method.proceed();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception checked) {
      throw new IllegalStateException("services throw no checked exceptions", checked);
    }
  }
}
