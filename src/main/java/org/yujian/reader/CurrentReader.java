package org.yujian.reader;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The reader of the current request; resources pass it on to their services. */
@RequestScoped
public class CurrentReader {

  /** Permission of every device, for {@code @PermissionsAllowed}; no API key of editors has it. */
  public static final String PERMISSION = "reader";

  static final String ATTRIBUTE = "yujian.reader";

  private final SecurityIdentity identity;

  CurrentReader(SecurityIdentity identity) {
    this.identity = identity;
  }

  public ReaderIdentity get() {
    return identity.getAttribute(ATTRIBUTE);
  }
}
