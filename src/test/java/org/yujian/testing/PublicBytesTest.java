package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For every operation of the desk: the log has new rows exactly when public bytes are others. */
@QuarkusTest
class PublicBytesTest extends DeskTest {

  /** On what is public already; the others publish themselves what they need. */
  private static final List<String> ON_LIVE =
      List.of(
          "changeAccount",
          "changeFollowTarget",
          "changeTag",
          "tagArticle",
          "untagArticle",
          "changeArticle",
          "importDocument",
          "createEdition");

  private final List<String> wrong = new ArrayList<>();
  private final List<String> visible = new ArrayList<>();

  @Test
  void aChangeRowExistsExactlyWhenPublicBytesDiffer() {
    for (String operation : Operations.writesOfDesk()) {
      look(operation, operation, false);
    }
    for (String operation : ON_LIVE) {
      look(operation + " on live", operation, true);
    }
    assertThat(wrong).isEmpty();
    // Otherwise nothing was seen.
    assertThat(visible)
        .contains("publishEdition", "correctArticle", "withdrawArticle", "createTag")
        .contains("changeSynonyms")
        .contains("tagArticle on live", "changeAccount on live", "changeFollowTarget on live")
        .doesNotContain("createKey", "scheduleEdition", "changeArticle on live");
  }

  private Map<String, String> bytes() {
    Map<String, String> bytes = PublicBytes.all();
    bytes.put("search", anyone().get("/v1/search?q=%E5%BC%80%E5%A4%B4").asString());
    return bytes;
  }

  private void look(String name, String operation, boolean live) {
    DeskWrites.Write write = new DeskWrites(this).of(operation, live);
    Map<String, String> before = bytes();
    long rows = count("change");
    Response answer = write.send(desk());
    assertThat(answer.statusCode()).as(name + answer.asString()).isBetween(200, 299);
    Map<String, String> after = bytes();
    boolean differs = !after.equals(before);
    boolean logged = count("change") > rows;
    if (differs != logged) {
      wrong.add(name + ": rows " + logged + ", before " + before + ", after " + after);
    }
    if (differs) {
      visible.add(name);
    }
  }
}
