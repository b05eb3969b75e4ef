package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.search.SearchFixtures.encoded;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.text.Folding;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** Rows of other folding rules: of the release before, and of the next one on another node. */
@QuarkusTest
class FoldingRulesTest extends DeskTest {

  @Inject SearchIndexer indexer;
  @Inject GramShares shares;
  @Inject MeterRegistry meters;

  @Test
  void rowsOfOlderRulesAreMadeAnewAndNothingPartialIsKept() {
    SearchFixtures.publish(new Desk(adminKey()), "旧规则", "梧桐树下");
    account("梧桐");
    tables()
        .run(
            """
            update article_search set fold_version = 0, title_f = '', all_f = '', g = '{}';
            update name_search set fold_version = 0, all_f = '', g = '{}'
            """);
    String path = "/v1/search?match=exact&q=" + encoded("梧桐");
    Response partial = anyone().get(path);
    assertThat(JsonPath.of(partial).getList("items")).isEmpty();
    assertThat(partial.header("Cache-Control")).isEqualTo("no-cache");
    indexer.measure();
    assertThat(waiting()).isEqualTo(3);
    assertThat(indexer.runOnce()).isGreaterThanOrEqualTo(2);
    assertThat(indexer.runOnce()).isZero();
    assertThat(waiting()).isZero();
    Response whole = anyone().get(path);
    assertThat(JsonPath.of(whole).getList("items.type")).containsExactly("account", "article");
    assertThat(whole.header("Cache-Control")).contains("max-age");
  }

  @Test
  void partsOfTheFeedAreAskedForUnlessRowsMayBeWithoutTheirMarks() {
    SearchFixtures.publish(new Desk(adminKey()), "记号", "梧桐树下");
    indexer.countOnce();
    assertThat(parts()).isPresent();
    tables().run("update article_search set fold_version = 0, title_g = '{}', g = '{}'");
    indexer.countOnce();
    assertThat(parts()).as("nothing to be found").isPresent();
    tables().run("update article_search set fold_version = " + (Folding.VERSION - 1));
    indexer.countOnce();
    assertThat(parts()).isEmpty();
    indexer.runOnce();
    indexer.runOnce();
    assertThat(parts()).as("as soon as the last is made anew").isPresent();
  }

  @Test
  void nothingIsKeptWhileANodeOfAnotherReleaseWritesRowsOfItsRules() {
    SearchFixtures.publish(new Desk(adminKey()), "别的规则", "梧桐树下");
    for (int version : List.of(Folding.VERSION - 1, Folding.VERSION + 1)) {
      tables().run("update article_search set fold_version = " + version);
      for (String path :
          List.of(
              "/v1/search?match=exact&q=", "/v1/search?type=tags&q=", "/v1/search/suggest?q=")) {
        assertThat(anyone().get(path + encoded("梧桐") + "&v=" + version).header("Cache-Control"))
            .isEqualTo("no-cache");
      }
    }
  }

  private Optional<SearchRepository.Span> parts() {
    return QuarkusTransaction.requiringNew().call(() -> shares.span(ArticleScope.ALL));
  }

  private double waiting() {
    return meters.get("yujian.search.waiting").gauge().value();
  }
}
