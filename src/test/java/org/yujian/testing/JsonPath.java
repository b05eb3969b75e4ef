package org.yujian.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places in a JSON text as RestAssured names them ({@code items[0].tags}, {@code items.id} for the
 * ids of all items). RestAssured compiles a class for each question, which took a quarter of all
 * tests' time; here only for those with a closure or a call.
 */
public final class JsonPath {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A name or an index, and what follows. */
  private static final Pattern STEP = Pattern.compile("\\.?(?:([\\w$-]+)|\\[(-?\\d+)])");

  private static final Pattern PLAIN = Pattern.compile("(" + STEP.pattern() + ")*(\\.size\\(\\))?");

  private final String text;
  private Object root;

  public JsonPath(String text) {
    this.text = text;
  }

  public static JsonPath of(Response response) {
    return new JsonPath(response.asString());
  }

  /** All of it, as it came. */
  public String text() {
    return text;
  }

  /** Null where there is nothing. */
  @SuppressWarnings("unchecked")
  public <T> T get(String path) {
    return (T) find(path);
  }

  public String getString(String path) {
    Object found = find(path);
    return found == null ? null : found.toString();
  }

  public int getInt(String path) {
    return ((Number) find(path)).intValue();
  }

  public long getLong(String path) {
    return ((Number) find(path)).longValue();
  }

  public boolean getBoolean(String path) {
    return (Boolean) find(path);
  }

  public <T> List<T> getList(String path) {
    return get(path);
  }

  public <T> List<T> getList(String path, Class<T> type) {
    List<?> found = get(path);
    return found == null
        ? null
        : found.stream().map(value -> MAPPER.convertValue(value, type)).toList();
  }

  public <K, V> Map<K, V> getMap(String path) {
    return get(path);
  }

  private Object find(String path) {
    if (!PLAIN.matcher(path).matches()) {
      return new io.restassured.path.json.JsonPath(text).get(path);
    }
    boolean size = path.endsWith(".size()");
    Object found = root();
    Matcher step = STEP.matcher(size ? path.substring(0, path.lastIndexOf('.')) : path);
    while (step.lookingAt()) {
      if (!step.group().equals("$")) {
        found = step.group(1) == null ? at(found, step.group(2)) : property(found, step.group(1));
      }
      step.region(step.end(), step.regionEnd());
    }
    return size ? size(found) : found;
  }

  /** Read only when asked, as many answers have no body. */
  private Object root() {
    if (root == null) {
      try {
        root = MAPPER.readValue(text, Object.class);
      } catch (JsonProcessingException e) {
        throw new AssertionError("No JSON: " + text, e);
      }
    }
    return root;
  }

  /** Of a list: of each of its elements. */
  private static Object property(Object of, String name) {
    if (of instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(element -> all.add(property(element, name)));
      return all;
    }
    if (of != null && !(of instanceof Map)) {
      throw new AssertionError("No " + name + " in " + of);
    }
    return of == null ? null : ((Map<?, ?>) of).get(name);
  }

  private static Object at(Object of, String number) {
    int index = Integer.parseInt(number);
    if (!(of instanceof List<?> list)) {
      return null;
    }
    int place = index < 0 ? list.size() + index : index;
    return place >= 0 && place < list.size() ? list.get(place) : null;
  }

  private static int size(Object of) {
    return of instanceof Map<?, ?> map ? map.size() : ((List<?>) of).size();
  }
}
