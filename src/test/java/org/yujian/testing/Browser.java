package org.yujian.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A browser: it keeps one cookie and follows no redirect by itself. */
public class Browser {
  public static final String COOKIE = "yujian-reader";

  private final String name;
  private String cookie;

  /** A phone's browser without the app. */
  public Browser() {
    this(COOKIE);
  }

  Browser(String name) {
    this.name = name;
  }

  /** The value of the cookie; null without one. */
  public String cookie() {
    return cookie;
  }

  /** A browser to which somebody copied this cookie. */
  public static Browser with(String cookie) {
    Browser browser = new Browser();
    browser.keep(cookie);
    return browser;
  }

  /** What somebody who can write cookies does to this browser. */
  public final void keep(String cookie) {
    this.cookie = cookie;
  }

  public Response get(String path) {
    return kept(request().get(path));
  }

  /** Sends a form of a page, as browsers do. */
  public Response post(String path) {
    return kept(form().post(path));
  }

  /** Sends a form and opens the page that it leads to. */
  public String postAndShow(String path) {
    Response sent = post(path);
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
    return page(sent.header("Location"));
  }

  public String page(String path) {
    Response page = get(path);
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    return page.asString();
  }

  public RequestSpecification form() {
    return request()
        .contentType("application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "same-origin");
  }

  public RequestSpecification request() {
    RequestSpecification request =
        given()
            // Pages are not in the contract.
            .noFilters()
            .redirects()
            .follow(false)
            .accept("text/html,application/xhtml+xml,*/*;q=0.8");
    return cookie == null ? request : request.header("Cookie", name + "=" + cookie);
  }

  final Response kept(Response response) {
    String set = response.header("Set-Cookie");
    if (set != null && set.startsWith(name + "=")) {
      String value = set.substring(name.length() + 1, set.indexOf(';'));
      cookie = value.isEmpty() ? null : value;
    }
    return response;
  }
}
