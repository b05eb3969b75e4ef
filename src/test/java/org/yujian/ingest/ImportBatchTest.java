package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.document.Docx;
import org.yujian.testing.DeskBrowser;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Several documents in one request, and one that takes long: 202 and a batch to look at. */
@QuarkusTest
class ImportBatchTest extends BatchTest {

  private static final int PICTURES = 9;

  private static Upload three() {
    return Upload.of("一.txt", document(simple("甲")))
        .file("二.txt", document(simple("乙")))
        .file("三.txt", document(simple("甲"), simple("丙")));
  }

  @Test
  void severalDocumentsAreImportedInTheirOrder() {
    Response answer = queued(three());
    JsonPath accepted = ok(answer, 202);
    assertThat(answer.header("Location"))
        .isEqualTo("/v1/desk/import-batches/" + accepted.getString("id"));
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(accepted.getString("state")).isEqualTo("working");
    assertThat(accepted.getString("createdBy")).startsWith("key:");
    assertThat(accepted.<String>getList("items.fileName"))
        .containsExactly("一.txt", "二.txt", "三.txt");
    assertThat(accepted.<String>getList("items.state")).containsOnly("waiting");
    JsonPath batch = finished(answer);
    assertThat(batch.<String>getList("items.state")).containsExactly("done", "done", "done");
    assertThat(List.of(batch.getInt("total"), batch.getInt("done"), batch.getInt("failed")))
        .containsExactly(3, 3, 0);
    List<String> ids = batch.getList("items.importId");
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(report(ids.get(0)).getString("file.name")).isEqualTo("一.txt");
    // The third document finds what the first one made.
    assertThat(report(ids.get(2)).<String>getList("articles.result"))
        .containsExactly("unchanged", "created");
    assertThat(count("import_job")).isEqualTo(3);
    assertThat(tables().number("select sum(length(bytes)) from import_work")).isZero();
  }

  private JsonPath report(String id) {
    return deskRead("/v1/desk/imports/" + id);
  }

  @Test
  void aRefusedDocumentStandsBesideGoodOnes() {
    Response answer =
        queued(
            Upload.of("一.txt", document(simple("甲")))
                .file("二.rtf", "{\\rtf1 x}")
                .file("三.txt", document(simple("乙"))));
    JsonPath batch = finished(answer);
    assertThat(batch.<String>getList("items.state")).containsExactly("done", "failed", "done");
    assertThat(batch.getInt("failed")).isEqualTo(1);
    assertThat(batch.getString("items[1].importId")).isNull();
    assertThat(batch.getString("items[1].problem.code")).isEqualTo("unsupported-document");
    assertThat(batch.getInt("items[1].problem.status")).isEqualTo(415);
    assertThat(batch.getString("items[1].problem.title")).isEqualTo("Unsupported document");
    assertThat(batch.getString("items[1].problem.reason")).contains("RTF");
    assertThat(count("import_job")).isEqualTo(2);
    Response chinese = desk().header("Accept-Language", "zh").get(answer.header("Location"));
    assertThat(ok(chinese, 200).getString("items[1].problem.title")).isEqualTo("不支持的文档");
    assertThat(chinese.header("Content-Language")).isEqualTo("zh");
    assertThat(chinese.header("Retry-After")).isNull();
  }

  @Test
  void aDocumentWithManyPicturesShowsItsProgress() {
    Docx docx = Docx.create().paragraph("扫描二维码 关注“豫园社区”").heading(1, "影展");
    for (int i = 0; i < PICTURES; i++) {
      docx.paragraph("第" + i + "张照片在这里。").raw("<w:p>%P" + i + "%</w:p>");
      docx.picture("%P" + i + "%", DrawnPicture.png(60, 40, i), null);
    }
    Response answer = upload(Upload.of("影展.docx", docx.bytes()));
    assertThat(ok(answer, 202).getInt("total")).isEqualTo(1);
    JsonPath batch = finished(answer);
    assertThat(batch.getString("items[0].state")).as(batch.getString("items[0]")).isEqualTo("done");
    assertThat(batch.getInt("items[0].stepsTotal")).isEqualTo(PICTURES + 1);
    assertThat(batch.getInt("items[0].stepsDone")).isEqualTo(PICTURES + 1);
    assertThat(tables().number("select count(distinct picture_key) from picture_use"))
        .isEqualTo(PICTURES);
  }

  @Test
  void aRepeatedUploadGetsTheSameBatch() {
    String key = UUID.randomUUID().toString();
    RequestSpecification first = desk().header("Idempotency-Key", key);
    Response answer = queued(first, three());
    ok(answer, 202);
    finished(answer);
    Response again = queued(desk().header("Idempotency-Key", key), three());
    assertThat(ok(again, 202).getString("id")).isEqualTo(JsonPath.of(answer).getString("id"));
    assertThat(again.asString()).isEqualTo(answer.asString());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(answer.header("Location"));
    assertThat(again.header("Retry-After")).isEqualTo("1");
    assertThat(count("import_work")).isEqualTo(3);
    Upload other = Upload.of("一.txt", document(simple("甲"))).file("二.txt", "别的");
    problem(queued(desk().header("Idempotency-Key", key), other), 422, "idempotency-key-reused");
  }

  @Test
  void theWorkOfAPersonGoesOnAfterTheRequest() {
    DeskBrowser browser = DeskBrowser.ofPerson(Set.of("content:read", "content:write"));
    Upload document = Upload.text("# 甲\n\n正文。\n").with("account", account("甲社区"));
    JsonPath batch = finished(queued(session(browser).get(), document));
    assertThat(batch.<String>getList("items.state")).containsExactly("done");
    assertThat(batch.getString("createdBy")).isEqualTo("person:王编辑");
  }

  @Test
  void aLimitedKeySeesOnlyItsOwnBatches() {
    String account = account("甲社区");
    Set<String> scopes = Set.of("content:read", "content:write");
    String own = key(scopes, account);
    Response answer = queued(own, Upload.of("一.txt", simple("甲")).file("二.txt", simple("乙")));
    assertThat(finished(answer).getInt("done")).isZero();
    assertThat(finished(answer).<String>getList("items.problem.code"))
        .containsOnly("account-required");
    String path = answer.header("Location");
    ok(desk(own).get(path), 200);
    problem(desk(key(scopes, account)).get(path), 404, "import-batch-not-found");
    ok(desk(key(scopes)).get(path), 200);
    String unknown = "/v1/desk/import-batches/" + UUID.randomUUID();
    problem(desk().get(unknown), 404, "import-batch-not-found");
  }

  @Test
  void whatNoDocumentCouldPassIsRefusedAtOnce() {
    problem(queued(three().with("account", "无此号")), 422, "account-required");
    String writer = key(Set.of("content:write"));
    JsonPath refused = problem(queued(writer, three().publish()), 403, "forbidden");
    assertThat(refused.getString("scope")).isEqualTo("content:publish");
    problem(queued(three().with("updates", UUID.randomUUID())), 422, "invalid-body");
    problem(upload(three()), 422, "invalid-body");
    problem(queued(three().with("file", "no file")), 400, "invalid-parameter");
    Upload many = Upload.empty();
    for (int i = 0; i <= 50; i++) {
      many.file(i + ".txt", simple("甲"));
    }
    JsonPath tooMany = problem(queued(many), 422, "invalid-body");
    assertThat(tooMany.getString("errors[0].parameter")).isEqualTo("file");
    assertThat(tooMany.getString("errors[0].code")).isEqualTo("size");
    assertThat(count("import_work")).isZero();
  }

  @Test
  void aFullQueueRefusesMore() {
    String account = account("甲社区");
    blockImports(account, ImportBatches.MAX_WAITING - 2);
    Response refused = queued(three().with("account", account));
    JsonPath problem = problem(refused, 429, "too-many-requests");
    assertThat(problem.getString("limit")).isEqualTo("imports.waiting");
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    Response other = queued(three().with("account", account("乙社区")));
    assertThat(finished(other).getInt("done")).isEqualTo(3);
  }

  @Test
  void aPurgeTakesTheNameOfTheFile() {
    String key = UUID.randomUUID().toString();
    Response answer = queued(desk().header("Idempotency-Key", key), three().publish());
    String imported = finished(answer).getString("items[1].importId");
    String article = "/v1/desk/articles/" + report(imported).getString("articles[0].articleId");
    ok(desk().body("{\"class\": \"error\"}").post(article + "/withdraw"), 200);
    ok(desk().post(article + "/purge"), 200);
    assertThat(deskRead(answer.header("Location")).<String>getList("items.fileName"))
        .containsExactly("一.txt", "", "三.txt");
    Response again = queued(desk().header("Idempotency-Key", key), three().publish());
    problem(again, 410, "idempotency-answer-purged");
  }
}
