package org.yujian.testing;

import io.restassured.specification.RequestSpecification;
import java.util.function.Supplier;

/** How requests carry the rights of a key. */
enum Credential {
  KEY,
  SESSION;

  Supplier<RequestSpecification> of(String key) {
    return this == KEY ? () -> DeskTest.desk(key) : DeskTest.session(key);
  }
}
