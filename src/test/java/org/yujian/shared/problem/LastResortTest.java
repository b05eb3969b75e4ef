package org.yujian.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.yujian.shared.json.Json;
import org.yujian.testing.LogLines;

class LastResortTest {

  /** As a defect in a feature's extension member would be. */
  private static final class Unwritable {
    @SuppressWarnings("unused")
    public String getText() {
      throw new IllegalStateException("secret");
    }
  }

  private static JsonNode document(RenderedProblem rendered) throws IOException {
    return Json.mapper().readTree(rendered.body());
  }

  /** Renders a problem that cannot be rendered; the log says so in one line. */
  private static RenderedProblem logged(Problem broken, String language) {
    AtomicReference<RenderedProblem> rendered = new AtomicReference<>();
    assertThat(
            LogLines.during(
                () -> rendered.set(ProblemRenderer.render(broken, language, "request-1"))))
        .singleElement(STRING)
        .startsWith("ERROR")
        .contains("request-1");
    return rendered.get();
  }

  @Test
  void aProblemThatCannotBeWrittenBecomesTheFixedDocument() throws IOException {
    Problem broken = ProblemCode.CONFLICT.problem().with("member", new Unwritable());

    RenderedProblem rendered = logged(broken, "zh");

    assertThat(rendered.status()).isEqualTo(500);
    assertThat(rendered.headers())
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("Content-Language", "en")
        .containsEntry("X-Request-Id", "request-1");
    JsonNode document = document(rendered);
    assertThat(document.path("type").asText()).isEqualTo("/problems/internal-error");
    assertThat(document.path("code").asText()).isEqualTo("internal-error");
    assertThat(document.path("title").asText())
        .isEqualTo(ProblemTexts.EN.title(ProblemCode.INTERNAL_ERROR));
    assertThat(document.path("status").asInt()).isEqualTo(500);
    assertThat(document.path("detail").asText()).doesNotContain("secret");
    assertThat(document.path("requestId").asText()).isEqualTo("request-1");
  }

  @Test
  void aNullInPlaceOfAnErrorIsNoFailure() throws IOException {
    Problem broken = ProblemCode.CONFLICT.problem().with((FieldError) null);
    assertThat(document(logged(broken, null)).path("code").asText()).isEqualTo("internal-error");
  }

  @Test
  void onlyASafeNameStandsInTheDocument() throws IOException {
    for (String id : new String[] {null, "", "\"", "a\"b\\c,d:e{f}", "x".repeat(65)}) {
      RenderedProblem rendered = LastResort.of(id);
      assertThat(document(rendered).path("requestId").asText()).isEqualTo("unknown");
      assertThat(rendered.headers()).containsEntry("X-Request-Id", "unknown");
    }
  }
}
