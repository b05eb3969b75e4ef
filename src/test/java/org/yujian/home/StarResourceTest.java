package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;

/** What a reader keeps. */
@QuarkusTest
class StarResourceTest extends MarkingTest {
  private static final String STARS = "/v1/me/stars";

  @Test
  void theLatestStarredComesFirst() {
    List<String> articles = publish("甲社区", 5);
    Phone phone = Phone.signUp();
    assertThat(phone.read(STARS).getList("items")).isEmpty();
    for (int i : List.of(3, 0, 4)) {
      mark(phone, op(articles.get(i), LATE, "star", true));
    }
    mark(phone, op(articles.get(1), LATE, "read", true));
    assertThat(starred(phone)).containsExactly(articles.get(4), articles.get(0), articles.get(3));
    JsonPath first = phone.read(STARS + "?limit=2");
    assertThat(first.getList("items.article.id")).containsExactly(articles.get(4), articles.get(0));
    assertThat(first.getList("included.accounts.name")).containsExactly("甲社区");
    JsonPath second = phone.read(STARS + "?limit=2&cursor=" + first.getString("next"));
    assertThat(second.getList("items.mark.articleId")).containsExactly(articles.get(3));
    assertThat(second.getString("next")).isNull();
    // A mark that moves keeps its place, one that loses its star does not.
    mark(phone, op(articles.get(3), LATE, "read", true, "position", place("a", 1)));
    mark(phone, op(articles.get(0), LATE, "star", false));
    assertThat(starred(phone)).containsExactly(articles.get(4), articles.get(3));
    mark(phone, op(articles.get(0), LATE, "star", true));
    JsonPath newer = phone.read(STARS + "?cursor=" + first.getString("prev"));
    assertThat(newer.getList("items.mark.articleId")).containsExactly(articles.get(0));
    problem(phone.request().get(STARS + "?cursor=x"), 400, "invalid-cursor");
    problem(phone.request().get(STARS + "?limit=101"), 400, "invalid-parameter");
    problem(anyone().get(STARS), 401, "unauthorized");
    assertThat(Phone.signUp().read(STARS).getList("items")).isEmpty();
  }

  private static List<String> starred(Phone phone) {
    return phone.read(STARS).getList("items.mark.articleId");
  }

  @Test
  void aWithdrawnArticleKeepsItsMarkAlone() {
    List<String> articles = publish("甲社区", 2);
    Phone phone = Phone.signUp();
    read(phone, articles);
    for (String article : articles) {
      mark(phone, op(article, EARLY, "star", true));
    }
    withdraw(articles.get(1));
    JsonPath list = phone.read(STARS);
    assertThat(list.getMap("items[0]").keySet()).containsExactly("mark");
    assertThat(list.getString("items[0].mark.articleId")).isEqualTo(articles.get(1));
    assertThat(list.getString("items[1].article.id")).isEqualTo(articles.get(0));
    republish(articles.get(1));
    JsonPath again = phone.read(STARS);
    assertThat(again.getString("items[0].article.id")).isEqualTo(articles.get(1));
    assertThat(again.getBoolean("items[0].mark.corrected")).isTrue();
    assertThat(again.getMap("items[1].mark"))
        .isEqualTo(
            Map.of(
                "articleId",
                articles.get(0),
                "accountId",
                accountOf(articles.get(0)),
                "read",
                true,
                "readRev",
                1,
                "readAt",
                EARLY,
                "star",
                true,
                "starAt",
                EARLY));
  }
}
