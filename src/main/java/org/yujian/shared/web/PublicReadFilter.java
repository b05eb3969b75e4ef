package org.yujian.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.order.Stations;

/** Implements {@link PublicRead}: makes bytes of entities, and evaluates conditions. */
public class PublicReadFilter {
  private final ObjectMapper mapper;
  private final Clock clock;

  @Inject
  PublicReadFilter(ObjectMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /** Makes a {@link Representation} unless the cache has supplied one. */
  @PublicRead
  @ServerResponseFilter(priority = Stations.BYTES)
  void represent(ContainerResponseContext response, ResourceInfo resource)
      throws JsonProcessingException {
    Object entity = response.getEntity();
    if (response.getStatus() != 200 || entity == null || entity instanceof Representation) {
      return;
    }
    MediaType type = AnswerType.of(response, resource);
    response.setEntity(new Representation(bytes(entity), type.toString()), null, type);
    response
        .getHeaders()
        .putIfAbsent(
            "Cache-Control",
            List.of(resource.getResourceMethod().getAnnotation(PublicRead.class).cacheControl()));
  }

  @PublicRead
  @ServerResponseFilter(priority = Stations.CONDITION)
  void condition(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Representation body)) {
      return;
    }
    MediaType type = response.getMediaType();
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.add("Vary", Condition.VARY);

    Condition condition =
        Condition.of(
            body,
            request.getHeaders().get(Condition.VARY),
            request.getHeaders().get("If-None-Match"));
    headers.putSingle("ETag", condition.tag());
    if (condition.known() || unmodified(request, headers)) {
      response.setStatus(304);
      response.setEntity(null, null, null);
      headers.remove("Content-Type");
      return;
    }
    if (condition.gzip()) {
      headers.putSingle("Content-Encoding", "gzip");
    }
    byte[] sent = condition.bytes(body);
    if (request.getMethod().equals("HEAD")) {
      // No body is written, so nothing else knows the length.
      headers.putSingle("Content-Length", sent.length);
    }
    response.setEntity(sent, null, type);
  }

  /** Removes {@code Last-Modified} while it is no validator; true if the client repeats it. */
  private boolean unmodified(
      ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
    Object date = headers.getFirst(LastModified.HEADER);
    if (date == null) {
      return false;
    }
    if (!LastModified.settled(date.toString(), clock.instant())) {
      headers.remove(LastModified.HEADER);
      return false;
    }
    return LastModified.known(
        date.toString(),
        request.getHeaders().get("If-None-Match"),
        request.getHeaderString(LastModified.CONDITION));
  }

  private byte[] bytes(Object entity) throws JsonProcessingException {
    if (entity instanceof byte[] bytes) {
      return bytes;
    }
    return entity instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8)
        : mapper.writeValueAsBytes(entity);
  }
}
