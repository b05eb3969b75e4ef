package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;

/** More like this. */
@QuarkusTest
class SimilarTest extends DeskTest {

  @Inject MeterRegistry meters;

  private String publish(String title, String paragraph) {
    return new Desk(adminKey())
        .publish("扫描二维码 关注“测试号”\n\n# " + title + "\n\n" + paragraph + "\n")
        .getString("articles[0].articleId");
  }

  private static String path(String article) {
    return "/v1/articles/" + article + "/similar";
  }

  private List<String> titles(String article) {
    return read(path(article)).getList("items.title");
  }

  @Test
  void articlesThatShareRareWordsAreAlike() {
    String one = publish("石库门修缮", "石库门里弄的修缮工程开始了，石库门居民支持修缮。");
    // Remembered, and for nobody for long.
    assertThat(titles(one)).isEmpty();
    publish("石库门修缮进展", "石库门里弄修缮工程过半，居民满意。");
    publish("运动会", "孩子们跑得很快，老师们鼓掌。");
    assertThat(titles(one)).containsExactly("石库门修缮进展");
  }

  @Test
  void theAccountAndTheNumberNarrowIt() {
    String one = publish("石库门修缮", "石库门里弄的修缮工程开始了，石库门居民支持修缮。");
    publish("石库门修缮进展", "石库门里弄修缮工程过半，居民满意。");
    new Desk(adminKey()).publish("扫描二维码 关注“别处”\n\n# 石库门修缮在别处\n\n石库门里弄修缮工程，居民支持。\n");
    assertThat(titles(one)).containsExactlyInAnyOrder("石库门修缮进展", "石库门修缮在别处");
    assertThat(read(path(one) + "?sameAccount=true").getList("items.title"))
        .containsExactly("石库门修缮进展");
    assertThat(read(path(one) + "?limit=1").getList("items")).hasSize(1);
    for (String wrong : List.of("?limit=0", "?limit=21", "?limit=x")) {
      problem(anyone().get(path(one) + wrong), 400, "invalid-parameter");
    }
  }

  /** Or each article of an office would be compared anew whenever any other is published. */
  @Test
  void aFullAnswerHoldsUntilOneOfItsArticlesChanges() {
    String one = publish("石库门修缮", "石库门里弄的修缮工程开始了，石库门居民支持修缮。");
    String other = publish("石库门修缮进展", "石库门里弄修缮工程过半，居民满意。");
    String path = path(one) + "?limit=1";
    assertThat(read(path).getList("items.title")).containsExactly("石库门修缮进展");
    publish("运动会", "孩子们跑得很快，老师们鼓掌。");
    double made = made();
    assertThat(read(path).getList("items.title")).containsExactly("石库门修缮进展");
    assertThat(made()).isEqualTo(made);
    new Desk(adminKey()).withdraw(other, "other", "撤回");
    assertThat(read(path).getList("items")).isEmpty();
    assertThat(made()).isGreaterThan(made);
  }

  private double made() {
    return meters.get("yujian.response.cache.stored").counter().count();
  }

  @Test
  void onlyLiveArticlesAreAskedAbout() {
    String unknown = "00000000-0000-7000-8000-000000000000";
    problem(anyone().get(path(unknown)), 404, "article-not-found");
    String article = publish("石库门", "里弄的修缮工程开始了。");
    new Desk(adminKey()).withdraw(article, "other", "撤回");
    problem(anyone().get(path(article)), 410, "article-withdrawn");
  }

  @Test
  void otherMethodsLearnWhichThereAre() {
    String path = path(publish("石库门", "里弄的修缮工程开始了。"));
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      problem(anyone().request(method, path), 405, "method-not-allowed");
      assertThat(anyone().request(method, path).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
  }
}
