package org.yujian.shared.web;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * Query parameters without a value: Quarkus REST gives null for {@code name=} as for none at all.
 */
public final class EmptyParameters {
  private EmptyParameters() {}

  /** Whether the address names the parameter with an empty value. */
  public static boolean has(String name, UriInfo address) {
    List<String> values = address.getQueryParameters().get(name);
    return values != null && values.contains("");
  }
}
