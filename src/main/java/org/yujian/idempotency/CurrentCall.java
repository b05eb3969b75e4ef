package org.yujian.idempotency;

import jakarta.enterprise.context.RequestScoped;

/** The call of the current request if there is a key; set by {@link IdempotentInterceptor}. */
@RequestScoped
class CurrentCall {

  private Call call;

  Call get() {
    return call;
  }

  void set(Call now) {
    call = now;
  }
}
