package org.yujian.testing;

import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yujian.auth.DeskSessionService;
import org.yujian.auth.Person;

/** How requests carry rights: a key, a session of a key, or one of a person. */
enum Credential {
  KEY,
  SESSION,
  PERSON;

  /** Requests with these scopes; without accounts they reach all. */
  Supplier<RequestSpecification> of(DeskTest test, Set<String> scopes, String... accounts) {
    return switch (this) {
      case KEY -> {
        String key = test.key(scopes, accounts);
        yield () -> DeskTest.desk(key);
      }
      case SESSION -> DeskTest.session(DeskBrowser.signedIn(test.key(scopes, accounts)));
      case PERSON -> DeskTest.session(person(scopes, accounts));
    };
  }

  private static DeskBrowser person(Set<String> scopes, String... accounts) {
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
}
