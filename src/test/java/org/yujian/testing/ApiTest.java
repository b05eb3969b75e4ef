package org.yujian.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * For tests through the running program: every answer is checked against the contract. Subclasses
 * carry {@code @QuarkusTest} themselves; Quarkus does not find it here.
 */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
public abstract class ApiTest {
  private static Contract contract;

  @BeforeEach
  void checkAnswers() {
    if (contract == null) {
      contract = new Contract(Operations.running());
    }
    RestAssured.replaceFiltersWith(contract);
    RestAssured.urlEncodingEnabled = false;
  }

  @AfterAll
  static void stopChecking() {
    RestAssured.replaceFiltersWith(List.of());
  }

  protected static Contract contract() {
    return contract;
  }
}
