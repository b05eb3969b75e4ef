package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yujian.auth.DeskSessionService;
import org.yujian.auth.Person;

/** A browser of somebody who works at the desk. */
public final class DeskBrowser extends Browser {
  public static final String COOKIE = "yujian-desk";

  public DeskBrowser() {
    super(COOKIE);
  }

  /** A new browser in which somebody signed in with this key. */
  public static DeskBrowser signedIn(String key) {
    DeskBrowser browser = new DeskBrowser();
    Response answer = browser.signIn(key, "/desk");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    return browser;
  }

  /** A new browser of a person with these scopes; without accounts they reach all. */
  public static DeskBrowser ofPerson(Set<String> scopes, String... accounts) {
    Set<UUID> limits = Stream.of(accounts).map(UUID::fromString).collect(Collectors.toSet());
    Person person =
        new Person(
            "https://login.example",
            scopes.toString(),
            "王编辑",
            scopes,
            limits.isEmpty() ? null : limits);
    DeskBrowser browser = new DeskBrowser();
    browser.keep(Arc.container().instance(DeskSessionService.class).get().begin(person));
    return browser;
  }

  /** Sends the form of the sign-in page. */
  public Response signIn(String key, String to) {
    String fields = "key=" + encoded(key) + "&to=" + encoded(to);
    return kept(form().body(fields).post("/desk/sign-in"));
  }

  /** RestAssured is told to leave everything as it is. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
