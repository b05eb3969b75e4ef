package org.yujian.testing;

import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.function.Supplier;

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
      case PERSON -> DeskTest.session(DeskBrowser.ofPerson(scopes, accounts));
    };
  }
}
