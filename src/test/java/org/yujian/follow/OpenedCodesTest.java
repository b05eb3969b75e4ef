package org.yujian.follow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.LogLines;
import org.yujian.testing.Upload;

/** Openings of landing pages: which are noted, and that they reach the database or are counted. */
@QuarkusTest
class OpenedCodesTest extends DeskTest {
  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
          + " MicroMessenger/8";

  @Inject OpenedCodes opened;
  @Inject DatabaseClock clock;
  @Inject MeterRegistry registry;

  private String landing;

  @BeforeEach
  void publish() {
    landing =
        Desk.landing(
            imported(Upload.text("扫描二维码关注“甲社区”\n\n# 甲\n\n正文。\n").publish())
                .getString("articles[0].articleId"));
    opened.runOnce();
    tables().run("truncate scan");
  }

  @AfterEach
  void writeAll() {
    clock.stepTo(Duration.ZERO);
    opened.runOnce();
  }

  private static RequestSpecification browser(String agent) {
    return given().header("User-Agent", agent).accept("text/html");
  }

  private List<String> outcomes() {
    opened.runOnce();
    return tables().texts("select outcome from scan order by id");
  }

  private double dropped() {
    return registry.get("yujian.scans.dropped").counter().count();
  }

  @Test
  void eachAnswerIsAnOpeningAlsoFromMemoryAndUnchanged() {
    String tag = browser(PHONE).get(landing).header("ETag");
    assertThat(browser(PHONE).get(landing).statusCode()).isEqualTo(200);
    assertThat(browser(PHONE).header("If-None-Match", tag).get(landing).statusCode())
        .isEqualTo(304);
    assertThat(outcomes()).containsExactly("opened", "opened", "opened");
    assertThat(
            tables()
                .rows(
                    "select distinct p.code, s.reader_key from scan s"
                        + " join placement p on p.id = s.placement_id"))
        .isEqualTo(tables().rows("select code, null from placement"));
    assertThat(outcomes()).hasSize(3);
  }

  @Test
  void whatLeadsNowhereIsNone() {
    browser(PHONE).get("/f/nobody").then().statusCode(404);
    tables().run("update placement set ends_at = now()");
    tables().runLogged("update follow_target set version = version + 1");
    browser(PHONE).get(landing).then().statusCode(410);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void programsThatLookAtLinksAreMarked() {
    browser(PHONE).head(landing).then().statusCode(200);
    for (String agent :
        List.of(
            "Twitterbot/1.0",
            "facebookexternalhit/1.1",
            "WhatsApp/2.23.20.0 A",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "Mozilla/5.0 (compatible; Baiduspider/2.0)",
            "Mozilla/5.0 (compatible; DingTalkBot-LinkService/1.0)")) {
      browser(agent).get(landing).then().statusCode(200);
    }
    browser(PHONE).header("Sec-Purpose", "prefetch;prerender").get(landing).then().statusCode(200);
    assertThat(outcomes()).hasSize(8).containsOnly("preview");
    browser("Mozilla/5.0 (Linux; Android 9; CUBOT X19)").get(landing).then().statusCode(200);
    assertThat(outcomes()).hasSize(9).endsWith("opened");
  }

  @Test
  void anOpeningKeepsItsTimeByTheDatabasesClock() {
    browser(PHONE).get(landing).then().statusCode(200);
    clock.stepTo(Duration.ofDays(1));
    assertThat(outcomes()).hasSize(1);
    assertThat(
            tables()
                .number(
                    "select count(*) from scan where at between now() + interval '23 hours 59"
                        + " minutes' and now() + interval '1 day'"))
        .isEqualTo(1);
  }

  @Test
  void whatCannotBeWrittenWaitsAndWhatDoesNotFitIsCounted() {
    browser(PHONE).get(landing).then().statusCode(200);
    tables().run("alter table scan rename to scan_away");
    try {
      List<String> logged =
          LogLines.during(
              () -> {
                opened.scheduled();
                browser(PHONE).get(landing).then().statusCode(200);
                opened.scheduled();
              });
      // Of several failures in a row the first is told.
      assertThat(logged).singleElement(STRING).contains("cannot be written down", "scan");
      double before = dropped();
      for (int i = 0; i < OpenedCodes.CAPACITY; i++) {
        opened.note("nobody", false);
      }
      browser(PHONE).get(landing).then().statusCode(200);
      assertThat(dropped() - before).isBetween(1.0, 2.0);
    } finally {
      tables().run("alter table scan_away rename to scan");
    }
    assertThat(outcomes()).containsExactly("opened", "opened");
  }

  @Test
  void whatWaitsIsWrittenAtTheEnd() {
    browser(PHONE).get(landing).then().statusCode(200);
    opened.stop(new ShutdownEvent());
    assertThat(tables().texts("select outcome from scan")).containsExactly("opened");
  }
}
