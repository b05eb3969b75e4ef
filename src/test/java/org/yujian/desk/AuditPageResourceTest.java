package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.auth.Sealing;

@QuarkusTest
class AuditPageResourceTest extends DeskPageTest {
  private static final String AUDIT = "/desk/settings/audit";

  private static List<String> actions(Document page) {
    return page.select("tbody tr td:eq(2)").eachText();
  }

  @Test
  void rowsAreFilteredAndLeadToWhatWasChanged() {
    String account = account("甲社区");
    tag("news");

    Document page = page(AUDIT, "zh");
    assertThat(actions(page)).startsWith("tag.create", "account.create");
    assertThat(page.select("td a[href=/desk/accounts/" + account + "]").text())
        .isEqualTo("account");

    assertThat(actions(page(AUDIT + "?action=tag.create", "zh"))).containsExactly("tag.create");
    assertThat(actions(page(AUDIT + "?account=" + account + "&action=&from=&to=", "zh")))
        .containsExactly("account.create");
    assertThat(page(AUDIT + "?to=2020-01-01", "zh").select("main .intro").text())
        .isEqualTo("没有记录。");
    String byKey = page.select("td a[href^=?key=]").first().attr("href");
    assertThat(actions(page(AUDIT + byKey, "zh"))).contains("tag.create");
  }

  @Test
  void pagesKeepTheFilter() {
    for (int i = 0; i < 21; i++) {
      tag("t" + i);
    }
    Document first = page(AUDIT + "?action=tag.create", "zh");
    assertThat(actions(first)).hasSize(20);
    assertThat(actions(page(first.select("a[rel=next]").attr("href"), "zh")))
        .containsExactly("tag.create");
  }

  @Test
  void theChainIsVerified() {
    tag("news");
    Sealing.run();
    String head = deskRead("/v1/desk/audit/head").getString("sha256");

    Document page = page(AUDIT + "/verification?head=" + head, "en");
    assertThat(page.select("main .state").eachText())
        .hasSize(2)
        .startsWith("All rows are unchanged and in place.");
    assertThat(page.select(".facts dd").eachText()).contains(head);

    tables().run("alter table audit disable trigger user");
    tables().run("update audit set action = 'tag.change' where action = 'tag.create'");
    tables().run("alter table audit enable trigger user");
    assertThat(page(AUDIT + "/verification", "en").select("main .warning").text())
        .startsWith("Row ");
  }

  @Test
  void aLimitedKeySeesItsAccountsOnlyAndCannotVerify() {
    String mine = account("甲社区");
    account("乙社区");
    String key = key(Set.of(Scopes.AUDIT), mine);

    Document page = page(key, AUDIT, "zh");

    assertThat(page.select("tbody tr td:eq(3)").eachText()).containsOnly("甲社区");
    assertThat(page.select("a[href$=verification]")).isEmpty();
    assertThat(open(key, AUDIT + "/verification", "zh").statusCode()).isEqualTo(403);
  }
}
