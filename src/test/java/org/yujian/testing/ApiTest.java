package org.yujian.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * For tests through the running program: every answer is checked against the contract. Subclasses
 * carry {@code @QuarkusTest} themselves; Quarkus does not find it here.
 */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
public abstract class ApiTest {
  /** JSON is UTF-8, in both directions; RestAssured's own default is ISO-8859-1. */
  private static final RestAssuredConfig UTF_8 =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig().defaultContentCharset(StandardCharsets.UTF_8))
          .decoderConfig(
              DecoderConfig.decoderConfig().defaultContentCharset(StandardCharsets.UTF_8));

  private static Contract contract;

  @BeforeEach
  void checkAnswers() {
    RestAssured.config = UTF_8;
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
