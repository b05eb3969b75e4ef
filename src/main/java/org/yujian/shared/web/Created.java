package org.yujian.shared.web;

import org.jboss.resteasy.reactive.RestResponse;

/** 201 answers. */
public final class Created {

  private Created() {}

  /**
   * Of a new resource at this path. {@code Location} stays path-absolute: made from a URI it would
   * carry the host that the client claims.
   */
  public static <T> RestResponse<T> at(String path, T resource) {
    return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED, resource)
        .header("Location", path)
        .build();
  }
}
