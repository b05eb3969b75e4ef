package org.yujian.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** Documents sent again with their key: forms are compared by their parts. */
@QuarkusTest
class IdempotentImportTest extends DeskTest {
  private static final String TEXT = "# 甲\n\n正文。\n";

  private final String key = UUID.randomUUID().toString();
  private String account;

  @BeforeEach
  void makeAccount() {
    account = account("甲社区");
  }

  /** With another boundary each time. */
  private Response send(String fileName, String text, String publish) {
    return desk()
        .contentType("multipart/form-data")
        .header("Idempotency-Key", key)
        .multiPart("file", fileName, text.getBytes(StandardCharsets.UTF_8))
        .multiPart("account", account)
        .multiPart("publish", publish)
        .post("/v1/desk/imports");
  }

  @Test
  void theBoundaryDoesNotCountAndThePartsDo() {
    Response first = send("a.txt", TEXT, "false");
    ok(first, 201);
    Response second = send("a.txt", TEXT, "false");
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(count("import_job")).isEqualTo(1);
    for (Response other :
        List.of(
            send("b.txt", TEXT, "false"),
            send("a.txt", TEXT + "\n又一段。\n", "false"),
            send("a.txt", TEXT, "true"))) {
      problem(other, 422, "idempotency-key-reused");
    }
  }

  @Test
  void equalImportsAtOnceAreOneImport() {
    List<Response> answers = Together.run(12, i -> () -> send("a.txt", TEXT, "true"));
    assertThat(count("import_job")).isEqualTo(1);
    assertThat(count("article")).isEqualTo(1);
    assertThat(answers.stream().map(Response::statusCode).distinct()).isSubsetOf(201, 409);
    assertThat(
            answers.stream().filter(a -> a.statusCode() == 201).map(Response::asString).distinct())
        .hasSize(1);
  }

  @Test
  void firstImportsOfOneAccountAtOnceBothSucceed() {
    for (int round = 0; round < 4; round++) {
      String text = "扫描二维码关注“新社区" + round + "”\n\n# 题%d\n\n正文。\n";
      List<Response> answers =
          Together.run(
              2,
              i ->
                  () ->
                      upload(
                          desk().header("Idempotency-Key", UUID.randomUUID().toString()),
                          Upload.text(String.format(Locale.ROOT, text, i)).publish()));
      answers.forEach(answer -> ok(answer, 201));
    }
    assertThat(count("account")).isEqualTo(5);
  }
}
