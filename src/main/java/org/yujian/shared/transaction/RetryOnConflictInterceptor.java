package org.yujian.shared.transaction;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.yujian.shared.order.Stations;

/** Runs outside the transaction; within an outer transaction nothing can be retried. */
@RetryOnConflict
@Interceptor
@Priority(Stations.RETRY)
class RetryOnConflictInterceptor {

  @Inject TransactionSynchronizationRegistry transaction;

  @AroundInvoke
  Object invoke(InvocationContext method) {
    boolean within = transaction.getTransactionKey() != null;
    return within ? proceed(method) : ConflictRetry.on(() -> proceed(method));
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
