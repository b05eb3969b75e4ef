package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.search.SearchFixtures.encoded;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.search.text.Folding;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** Names of other folding rules: of the release before, and of the next one on another node. */
@QuarkusTest
class FoldingRulesTest extends DeskTest {

  @Inject NameIndexer indexer;

  @Test
  void namesOfOlderRulesAreMadeAnewAndNothingPartialIsKept() {
    SearchFixtures.publish(new Desk(adminKey()), "旧规则", "梧桐树下");
    account("梧桐");
    tables().run("update name_search set fold_version = 0, all_f = '', g = '{}'");
    String path = "/v1/search?match=exact&q=" + encoded("梧桐");
    Response partial = anyone().get(path);
    assertThat(JsonPath.of(partial).getList("items.type")).containsExactly("article");
    assertThat(partial.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(indexer.runOnce()).isEqualTo(2);
    assertThat(indexer.runOnce()).isZero();
    Response whole = anyone().get(path);
    assertThat(JsonPath.of(whole).getList("items.type")).containsExactly("account", "article");
    assertThat(whole.header("Cache-Control")).contains("max-age");
  }

  @Test
  void nothingIsKeptWhileANodeOfAnotherReleaseWritesNamesOfItsRules() {
    account("梧桐");
    for (int version : List.of(Folding.VERSION - 1, Folding.VERSION + 1)) {
      tables().run("update name_search set fold_version = " + version);
      for (String path :
          List.of(
              "/v1/search?match=exact&q=", "/v1/search?type=tags&q=", "/v1/search/suggest?q=")) {
        assertThat(anyone().get(path + encoded("梧桐") + "&v=" + version).header("Cache-Control"))
            .isEqualTo("no-cache");
      }
    }
  }
}
