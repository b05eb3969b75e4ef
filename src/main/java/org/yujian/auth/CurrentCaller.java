package org.yujian.auth;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The caller of the request at hand; for desk resources, which hand it on to their services. */
@RequestScoped
public class CurrentCaller {

  static final String ATTRIBUTE = "yujian.caller";

  @Inject SecurityIdentity identity;

  /** Never null where a scope was required. */
  public Caller get() {
    return identity.getAttribute(ATTRIBUTE);
  }
}
