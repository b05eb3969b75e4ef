package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Seed;
import org.yujian.testing.ServerPlans;

/** The desk's lists read no big table from end to end, however few of its rows they show. */
@QuarkusTest
class DeskPlansTest extends DeskTest {
  private static final int ARTICLES = 50_000;
  private static final Set<String> BIG = Set.of("article", "edition", "article_revision");
  private static final String RARE = "稀有词";

  @Inject AgroalDataSource database;

  private ServerPlans plans;
  private final List<String> violations = new ArrayList<>();

  @BeforeEach
  void fill() {
    ManyArticles.fill(tables(), ARTICLES, Seed.random("desk plans"));
    plans = new ServerPlans(database, tables().texts("select current_database()").get(0));
  }

  @AfterEach
  void lookAway() {
    plans.close();
    tables().empty();
  }

  @Test
  void deskListsUseTheirIndexes() {
    String account = tables().texts("select id from account where handle = 'a40'").get(0);
    String tag = tables().texts("select tags[1] from article where cardinality(tags) > 0").get(0);
    String articles = "/v1/desk/articles?limit=20";
    String editions = "/v1/desk/editions?limit=20";
    for (String path :
        List.of(
            articles,
            articles + "&account=" + account,
            articles + "&state=draft",
            articles + "&state=withdrawn",
            articles + "&state=withdrawn&account=" + account,
            articles + "&tag=" + tag,
            articles + "&q=" + RARE,
            articles + "&q=" + RARE + "&account=" + account + "&state=published",
            editions,
            editions + "&account=" + account,
            editions + "&state=draft")) {
      plans
          .during(() -> ok(desk().get(path), 200))
          .forEach(executed -> check(path, executed.plan()));
    }
    assertThat(violations).isEmpty();
  }

  private void check(String path, JsonNode node) {
    String table = node.path("Relation Name").asText();
    if (node.path("Node Type").asText().endsWith("Seq Scan") && BIG.contains(table)) {
      violations.add(path + ": " + node);
    }
    node.path("Plans").forEach(child -> check(path, child));
  }
}
