package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.Upload;

@QuarkusTest
class OverviewResourceTest extends DeskPageTest {

  @Test
  void withoutContentItSaysHowToBegin() {
    Document page = page("/desk", "zh");

    assertThat(page.select("main h1").text()).isEqualTo("总览");
    assertThat(page.select("main .intro").text()).contains("导入");
    assertThat(page.select("main h2")).isEmpty();
    assertThat(page.select("a[aria-current=page]").attr("href")).isEqualTo("/desk");
  }

  @Test
  void draftsAndLiveEditionsAreListedWithTheirAccounts() {
    account("甲社区");
    imported(Upload.text("扫描二维码 关注“甲社区”\n\n# 未发布的通知\n\n内容。\n").with("account", "@jia-she-qu"));
    imported(
        Upload.text("扫描二维码 关注“甲社区”\n\n# 发布了的通知\n\n内容。\n").with("account", "@jia-she-qu").publish());

    Document page = page("/desk", "en");

    assertThat(page.select("main h2").eachText())
        .containsExactly("Drafts All Drafts", "Published All Published", "Latest imports");
    assertThat(page.select("section[aria-labelledby=drafts] .name").text()).isEqualTo("未发布的通知");
    assertThat(page.select("section[aria-labelledby=drafts] .meta").text()).startsWith("甲社区 Draft");
    assertThat(page.select("section[aria-labelledby=live] .name").text()).isEqualTo("发布了的通知");

    Document drafts = page("/desk/editions?state=draft", "zh");
    assertThat(drafts.select(".rows .name").eachText()).containsExactly("未发布的通知");
    assertThat(drafts.select(".filters a[aria-current=page]").text()).isEqualTo("草稿");
    assertThat(page("/desk/editions", "zh").select(".rows .name").eachText())
        .containsExactly("发布了的通知", "未发布的通知");
  }

  @Test
  void aKeySeesItsAccountsOnly() {
    String mine = account("甲社区");
    account("乙社区");
    imported(Upload.text("# 甲的通知\n\n内容。\n").with("account", "@jia-she-qu"));
    imported(Upload.text("# 乙的通知\n\n内容。\n").with("account", "@yi-she-qu"));

    String limited = key(Set.of(Scopes.CONTENT_READ), mine);

    assertThat(page(limited, "/desk", "zh").select("section .name").eachText())
        .contains("甲的通知")
        .doesNotContain("乙的通知");
  }

  @Test
  void whoLooksAfterTheServerSeesTheDailyBackup() {
    assertThat(page("/desk", "zh").select("#backup").text()).isEqualTo("每日备份： 未开启");
    assertThat(page("/desk", "en").select("#backup").text()).isEqualTo("Daily backup: off");
    String editor = key(Set.of(Scopes.CONTENT_READ), account("甲社区"));
    assertThat(page(editor, "/desk", "zh").select("#backup")).isEmpty();
  }

  @Test
  void pagesAreNeverStoredOrFramedAndRunOwnScriptsOnly() {
    Response page = desk().accept("text/html").get("/desk");

    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self'", "frame-ancestors 'none'", "default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.asString()).doesNotContain("style=", "onclick", "<script>");
  }
}
