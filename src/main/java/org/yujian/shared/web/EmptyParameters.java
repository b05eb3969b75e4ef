package org.yujian.shared.web;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Detects {@code name=}, for which Quarkus REST gives null as for a missing parameter. */
public final class EmptyParameters {
  private EmptyParameters() {}

  public static boolean has(String name, UriInfo address) {
    List<String> values = address.getQueryParameters().get(name);
    return values != null && values.contains("");
  }
}
