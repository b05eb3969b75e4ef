package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** What is searched in place of Latin letters that stand nowhere. */
@QuarkusTest
class PinyinSearchTest extends DeskTest {

  /** Names the account that publishes. */
  private static final String FOLLOW = "扫描二维码 关注“测试号”\n\n";

  private JsonPath search(String q, String... more) {
    return read("/v1/search?q=" + q.replace(" ", "%20") + String.join("", more));
  }

  private void publish(String title, String text) {
    new Desk(adminKey()).publish(FOLLOW + "# " + title + "\n\n" + text + "\n");
  }

  @Test
  void aSearchOfPinyinThatFindsNothingSearchesTheWord() {
    for (int i = 0; i < 5; i++) {
      publish("第" + i + "期", "认真的态度。");
    }
    JsonPath page = search("taidu", "&limit=2");
    assertThat(page.getMap("instead")).isEqualTo(Map.of("q", "态度", "reason", "pinyin"));
    assertThat(page.getInt("total.value")).isEqualTo(5);
    assertThat(page.getList("terms")).containsExactly("态度");
    List<String> all = new ArrayList<>(page.getList("items.article.title"));
    publish("台度", "台度台度，太度。");
    while (page.getString("next") != null) {
      page = search("taidu", "&limit=2&cursor=" + page.getString("next"));
      assertThat(page.getString("instead.q")).isEqualTo("态度");
      all.addAll(page.getList("items.article.title"));
    }
    assertThat(all).containsExactly("第4期", "第3期", "第2期", "第1期", "第0期");
    String next = search("taidu", "&limit=2").getString("next");
    problem(anyone().get("/v1/search?q=renzhen&cursor=" + next), 400, "invalid-cursor");
    publish("Taidu in English", "Taidu.");
    JsonPath literal = search("taidu");
    assertThat(literal.getMap("instead")).isNull();
    assertThat(literal.getList("items.article.title")).containsExactly("Taidu in English");
    assertThat(search("taidu", "&limit=2&cursor=" + next).getString("instead.q")).isEqualTo("态度");
  }

  @Test
  void initialsNamesAndSeveralTermsAreReplacedToo() {
    String account = account("善治豫园");
    publish("垃圾分类指南", "居民们都支持，也有AI帮忙。");
    assertThat(search("ljfl").getString("instead.q")).isEqualTo("垃圾分类");
    assertThat(search("ljfl").getList("items.article.title")).containsExactly("垃圾分类指南");
    assertThat(search("szyy").getList("items.account.id")).containsExactly(account);
    assertThat(search("szyy", "&type=accounts").getList("items.account.id"))
        .containsExactly(account);
    assertThat(search("laji jumin").getString("instead.q")).isEqualTo("垃圾 居民");
    assertThat(search("ai jumin").getString("instead.q")).isEqualTo("ai 居民");
    assertThat(search("qwertzu").getMap("instead")).isNull();
    assertThat(search("qwertzu").getList("items")).isEmpty();
  }

  /** A slug or a handle is often the pinyin of what people look for. */
  @Test
  void namesOfTheSameLettersStayBeforeWhatThePinyinFinds() {
    tag("shequ-fuwu");
    account("社区服务");
    publish("社区食堂", "社区食堂开了。");
    JsonPath page = search("shequ");
    assertThat(page.getString("instead.q")).isEqualTo("社区");
    assertThat(page.getList("items.type")).containsExactly("tag", "account", "article");
    assertThat(page.getString("items[2].article.title")).isEqualTo("社区食堂");
    assertThat(page.getInt("total.value")).isEqualTo(1);
    assertThat(search("shequ", "&type=tags").getMap("instead")).isNull();
    publish("Shequ", "Shequ in letters.");
    assertThat(search("shequ").getMap("instead")).isNull();
  }
}
