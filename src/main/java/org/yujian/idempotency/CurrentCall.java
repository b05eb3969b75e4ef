package org.yujian.idempotency;

import jakarta.enterprise.context.RequestScoped;

/** The call of the current request if it has a key; set by the interceptor. */
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
