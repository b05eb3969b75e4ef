package org.yujian.shared.page;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.order.Stations;

/** Adds {@code Link: <…>; rel="next"} and {@code prev} to responses whose body has cursors. */
class LinkHeaders {
  private static final String CURSOR = "cursor";
  private static final Map<Method, Set<String>> DECLARED = new ConcurrentHashMap<>();

  @ServerResponseFilter(priority = Stations.LINKS)
  void link(HttpServerRequest request, ContainerResponseContext response, ResourceInfo resource) {
    if (response.getEntity() instanceof Linked list) {
      Set<String> declared =
          DECLARED.computeIfAbsent(resource.getResourceMethod(), LinkHeaders::parameters);
      // Only path and query: a host claimed by the client must not be sent back.
      String address = request.path() + "?" + query(withoutFragment(request.query()), declared);
      add(response, address, list.next(), "next");
      add(response, address, list.prev(), "prev");
    }
  }

  /** The declared parameters up to {@code cursor}; others may be secrets sent by mistake. */
  static String query(String asked, Set<String> declared) {
    StringBuilder query = new StringBuilder();
    for (String parameter : asked == null ? new String[0] : asked.split("&")) {
      String name = name(parameter);
      if (declared.contains(name) && !name.equals(CURSOR)) {
        query.append(parameter).append('&');
      }
    }
    return query.append(CURSOR).append('=').toString();
  }

  /** Names of the query parameters of a method, including those in a bean parameter. */
  static Set<String> parameters(Method method) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(field, names);
        }
      } else {
        add(parameter, names);
      }
    }
    return Set.copyOf(names);
  }

  private static void add(AnnotatedElement parameter, Set<String> names) {
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    if (query != null) {
      names.add(query.value());
    }
  }

  /** Vert.x treats a fragment, which a client should not send, as a part of the query. */
  private static String withoutFragment(String query) {
    int end = query == null ? -1 : query.indexOf('#');
    return end < 0 ? query : query.substring(0, end);
  }

  private static String name(String parameter) {
    int end = parameter.indexOf('=');
    String name = end < 0 ? parameter : parameter.substring(0, end);
    return name.indexOf('%') < 0 ? name : URLDecoder.decode(name, StandardCharsets.UTF_8);
  }

  private static void add(
      ContainerResponseContext response, String address, String cursor, String relation) {
    if (cursor != null) {
      response.getHeaders().add("Link", "<" + address + cursor + ">; rel=\"" + relation + "\"");
    }
  }
}
