package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.Upload;

@QuarkusTest
class SearchPageResourceTest extends DeskPageTest {

  private void article(String title, String text, String account) {
    imported(Upload.text("# " + title + "\n\n" + text + "\n").with("account", "@" + account));
  }

  @Test
  void placesAreMarkedInTitleAndText() {
    account("甲社区");
    article("𠮷祥菜场的通知", "明天上午菜场停水，𠮷祥菜场照常营业。", "jia-she-qu");

    Document page = page("/desk/search?q=菜场", "zh");

    assertThat(page.select(".found .name mark").eachText()).containsExactly("菜场");
    assertThat(page.select(".found .name").text()).isEqualTo("𠮷祥菜场的通知 草稿");
    assertThat(page.select(".found .excerpt mark").eachText()).containsExactly("菜场", "菜场");
    assertThat(page.select(".found .excerpt").text()).isEqualTo("明天上午菜场停水，𠮷祥菜场照常营业。");
    assertThat(page.select("#q").attr("value")).isEqualTo("菜场");
    assertThat(page("/desk/search?q=菜场&copy=live", "zh").select("main .intro").text())
        .isEqualTo("没有找到。");
  }

  @Test
  void moreThanAPageGoesOn() {
    account("甲社区");
    for (int i = 1; i <= 21; i++) {
      article("第" + i + "期通知", "内容" + i + "。", "jia-she-qu");
    }

    Document first = page("/desk/search?q=通知&copy=draft", "zh");
    assertThat(first.select(".found > li")).hasSize(20);
    Document second = page(first.select("a[rel=next]").attr("href"), "zh");

    assertThat(second.select(".found .name").text()).startsWith("第1期通知");
    assertThat(second.select(".filters a[aria-current=page]").text()).isEqualTo("草稿");
    assertThat(page(second.select(".pages a").first().attr("href"), "zh").select(".found > li"))
        .hasSize(20);
  }

  @Test
  void withoutWordsItSaysSo() {
    assertThat(page("/desk/search", "zh").select("[role=alert], .found, .filters ul li")).isEmpty();
    assertThat(page("/desk/search?q=%EF%BC%81", "en").select("[role=alert]").text())
        .startsWith("There is no word");
    assertThat(page("/desk/search?q=%3Cb%3Ex", "zh").select("#q").attr("value")).isEqualTo("<b>x");
  }

  @Test
  void aKeySeesItsAccountsOnly() {
    String mine = account("甲社区");
    account("乙社区");
    article("甲的通知", "内容。", "jia-she-qu");
    article("乙的通知", "内容。", "yi-she-qu");
    String key = key(Set.of(Scopes.CONTENT_READ), mine);

    assertThat(page(key, "/desk/search?q=通知", "zh").select(".found .name").eachText())
        .containsExactly("甲的通知 草稿");
    assertThat(open(key(Set.of(Scopes.AUDIT)), "/desk/search?q=a", "zh").statusCode())
        .isEqualTo(403);
  }
}
