package org.yujian.cache;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.yujian.change.Moment;
import org.yujian.change.Scope;
import org.yujian.shared.web.Representation;

/**
 * The bytes of one 200, with what is needed to say whether they are still true.
 *
 * @param moment how far the log was read before the content was
 */
record RememberedAnswer(
    Representation body,
    MediaType type,
    MultivaluedMap<String, Object> headers,
    Moment moment,
    Set<Scope> scopes) {

  /** Of headers and map entries. */
  private static final int OVERHEAD = 600;

  private static final int SCOPE = 100;

  /** Bytes in memory, about: the compressed form counted as a third. */
  int weight() {
    return body.plain().length / 3 * 4 + OVERHEAD + SCOPE * scopes.size();
  }

  Response response() {
    Response response = Response.ok(body, type).build();
    MultivaluedMap<String, Object> copy = new MultivaluedHashMap<>();
    headers.forEach((name, values) -> values.forEach(value -> copy.add(name, value)));
    response.getHeaders().putAll(copy);
    return response;
  }
}
