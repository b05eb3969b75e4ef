package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;

/** More like this. */
@QuarkusTest
class SimilarTest extends DeskTest {

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
