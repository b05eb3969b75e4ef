package org.yujian.shared.transaction;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Stands outside the interceptor that begins and ends the transaction. Within another one that has
 * begun already nothing can be tried again: whoever began that one does it.
 */
@TriedOnceMore
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class TriedOnceMoreInterceptor {

  @Inject TransactionSynchronizationRegistry transaction;

  @AroundInvoke
  Object invoke(InvocationContext method) {
    boolean within = transaction.getTransactionKey() != null;
    return within ? proceed(method) : OnceMore.on(() -> proceed(method));
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
