package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.spi.QueryInterpretationCache;
import org.junit.jupiter.api.Test;

/** Work that is done again asks for nothing that Hibernate does not know yet. */
@QuarkusTest
class QueryPlansTest extends DeskTest {
  private static final int ENOUGH = 3;

  @Inject EntityManagerFactory factory;

  @Test
  void workThatIsRepeatedAddsNoPlans() {
    Phone phone = Phone.signUp();
    String account = account("甲社区");
    for (int i = 0; i < ENOUGH; i++) {
      work(account, phone, i);
    }
    int known = plans();
    for (int i = 0; i < ENOUGH; i++) {
      work(account, phone, ENOUGH + i);
    }
    assertThat(plans()).isEqualTo(known);
  }

  private int plans() {
    QueryInterpretationCache cache =
        factory.unwrap(SessionFactoryImplementor.class).getQueryEngine().getInterpretationCache();
    return cache.getNumberOfCachedQueryPlans();
  }

  /** Publishes, corrects, follows, marks as read, withdraws. */
  private void work(String account, Phone phone, int number) {
    String article = published(account, number);
    String desk = "/v1/desk/articles/" + article;
    ok(phone.request().body("{}").put("/v1/me/follows/" + account), 200);
    Map<String, Object> mark =
        Map.of(
            "clientSeq", number, "articleId", article, "read", true, "at", "2026-05-04T08:00:00Z");
    ok(phone.request().body(Map.of("ops", List.of(mark))).post("/v1/me/states"), 200);
    Map<String, String> text = Map.of("html", "<p>又一句。</p>");
    ok(desk().header("If-Match", etag(desk)).body(text).patch(desk), 200);
    Map<String, String> correction = Map.of("class", "fact", "note", "有误。");
    ok(desk().header("If-Match", etag(desk)).body(correction).post(desk + "/corrections"), 200);
    ok(desk().body(Map.of("class", "expired")).post(desk + "/withdraw"), 200);
  }

  private String published(String account, int number) {
    Map<String, Object> edition =
        Map.of(
            "accountId",
            account,
            "articles",
            List.of(Map.of("title", "第" + number + "篇", "html", "<p>一句。</p>")));
    String id =
        ok(
                desk()
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(edition)
                    .post("/v1/desk/editions"),
                201)
            .getString("id");
    String path = "/v1/desk/editions/" + id;
    return ok(desk().header("If-Match", etag(path)).post(path + "/publish"), 200)
        .getString("articles[0].id");
  }

  private String etag(String path) {
    return desk().get(path).header("ETag");
  }
}
