package org.yujian.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the public can read, as bytes: taken before and after an operation of the desk
 * that is to be invisible.
 */
public final class PublicBytes {
  private static final List<String> LISTS =
      List.of("/v1/accounts", "/v1/articles", "/v1/editions", "/v1/tags", "/v1/follow-targets");

  private PublicBytes() {}

  /** By path: status and body of the home page, of each list and of each thing in it. */
  public static Map<String, String> all() {
    Map<String, String> bytes = new LinkedHashMap<>();
    take("/", bytes);
    for (String list : LISTS) {
      Response response = take(list + "?limit=100", bytes);
      String name = list.equals("/v1/tags") ? "items.slug" : "items.id";
      List<String> ids = new ArrayList<>(JsonPath.of(response).getList(name, String.class));
      for (String id : ids) {
        take(list + "/" + id, bytes);
        if (list.equals("/v1/articles")) {
          take("/a/" + id, bytes);
          take(list + "/" + id + "?body=markdown", bytes);
        }
      }
    }
    return bytes;
  }

  private static Response take(String path, Map<String, String> bytes) {
    Response response = given().noFilters().get(path);
    bytes.put(path, response.statusCode() + " " + response.asString());
    return response;
  }

  /** Runs the operation: no public byte is another one, and no row of the log is new. */
  public static void unchangedBy(Tables tables, String what, Runnable operation) {
    Map<String, String> before = all();
    long rows = tables.number("select count(*) from change");
    operation.run();
    assertThat(all()).as(what).isEqualTo(before);
    assertThat(tables.number("select count(*) from change")).as(what).isEqualTo(rows);
  }
}
