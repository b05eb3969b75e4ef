package org.yujian.auth;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the current request; desk resources pass it to their services. */
@RequestScoped
public class CurrentCaller {

  static final String ATTRIBUTE = "yujian.caller";

  private final SecurityIdentity identity;

  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Never null in methods that require a scope. */
  public Caller get() {
    return identity.getAttribute(ATTRIBUTE);
  }
}
