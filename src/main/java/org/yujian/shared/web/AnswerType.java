package org.yujian.shared.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;

/** Finds the media type of a response in filters, after which JAX-RS sets it on a Response. */
final class AnswerType {
  private AnswerType() {}

  static MediaType of(ContainerResponseContext response, ResourceInfo resource) {
    if (response.getMediaType() != null) {
      return response.getMediaType();
    }
    Method method = resource == null ? null : resource.getResourceMethod();
    if (method == null) {
      return MediaType.APPLICATION_JSON_TYPE;
    }
    Produces own = method.getAnnotation(Produces.class);
    Produces produces =
        own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
    return produces == null
        ? MediaType.APPLICATION_JSON_TYPE
        : MediaType.valueOf(produces.value()[0]);
  }
}
