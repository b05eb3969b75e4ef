package org.yujian.shared.web;

import org.jboss.resteasy.reactive.RestResponse;

/** Builds 201 responses. */
public final class Created {

  private Created() {}

  /** {@code Location} stays path-absolute: a URI would contain the host that the client claims. */
  public static <T> RestResponse<T> at(String path, T resource) {
    return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED, resource)
        .header("Location", path)
        .build();
  }
}
