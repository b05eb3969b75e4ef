package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.search.SearchFixtures.encoded;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** The text around the first place, and what stands before the articles. */
@QuarkusTest
class SnippetTest extends DeskTest {

  private String publish(String title, String... paragraphs) {
    return SearchFixtures.publish(new Desk(adminKey()), title, paragraphs);
  }

  private JsonPath search(String q, String more) {
    return read("/v1/search?match=exact&q=" + encoded(q) + more);
  }

  /** What a client draws as found, by the places alone. */
  private static String marked(JsonPath page, int item, int place) {
    String at = "items[" + item + "]";
    int offset = page.getInt(at + ".snippet.offset");
    int[] text = page.getString(at + ".snippet.text").codePoints().toArray();
    String highlight = at + ".highlights[" + place + "].";
    int start = page.getInt(highlight + "start") - offset;
    return new String(text, start, page.getInt(highlight + "end") - offset - start);
  }

  @Test
  void itHasThePlaceWhereverThatIs() {
    String long1 = "前文😀很长，".repeat(30);
    publish("在末尾", long1 + "梧桐。");
    publish("在中间", "别的一段。", long1 + "梧桐落叶，也叫梧桐。" + "后文很长，".repeat(40));
    publish("在开头", "梧桐。" + long1);
    publish("很短", "一棵梧桐。");
    JsonPath page = search("梧桐", "");
    assertThat(page.getList("items.article.title")).containsExactly("很短", "在开头", "在中间", "在末尾");
    for (int item = 0; item < 4; item++) {
      assertThat(marked(page, item, 0)).isEqualTo("梧桐");
      String text = page.getString("items[" + item + "].snippet.text");
      assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(100);
      assertThat(page.getString("items[" + item + "].snippet.blockId"))
          .isEqualTo(page.getString("items[" + item + "].highlights[0].blockId"));
    }
    assertThat(page.getString("items[0].snippet.text")).isEqualTo("一棵梧桐。");
    assertThat(page.getInt("items[1].snippet.offset")).isZero();
    assertThat(marked(page, 2, 1)).isEqualTo("梧桐");
    assertThat(page.getString("items[3].snippet.text")).endsWith("梧桐。");
  }

  @Test
  void thereIsNoneWhereTheTitleAloneHasIt() {
    publish("梧桐树下", "正文。");
    assertThat(search("梧桐", "").getMap("items[0]")).doesNotContainKey("snippet");
  }

  @Test
  void withinAnAccountOrATagNoOthersAreNamed() {
    String article = publish("绿化", "梧桐。");
    account("梧桐号");
    tag("wutong");
    ok(desk().put("/v1/desk/articles/" + article + "/tags/wutong"), 200);
    String account = read("/v1/articles/" + article).getString("accountId");
    assertThat(search("梧桐", "").getList("items.type")).containsExactly("account", "article");
    for (String within : List.of("&account=" + account, "&tag=wutong")) {
      assertThat(search("梧桐", within).getList("items.type")).containsExactly("article");
    }
    assertThat(search("梧桐", "&type=accounts&account=" + account).getList("items")).hasSize(1);
  }
}
