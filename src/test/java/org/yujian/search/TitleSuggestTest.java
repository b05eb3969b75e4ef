package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.search.SearchFixtures.encoded;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;

/** Titles are suggested by words inside of them, too. */
@QuarkusTest
class TitleSuggestTest extends DeskTest {

  private static final String KEYS =
      "select s.text_f || ' ' || k.key || ' ' || k.place from suggestion_key k"
          + " join suggestion s on s.id = k.suggestion_id order by 1";

  @Inject NameIndexer indexer;

  private JsonPath suggest(String q) {
    return read("/v1/search/suggest?q=" + encoded(q));
  }

  /** Without the word itself, which the texts have. */
  private List<String> titles(String q) {
    List<String> texts = suggest(q).getList("items.findAll { it.type == 'term' }.text");
    return texts.stream().filter(text -> !text.equals(q)).toList();
  }

  private String publish(String title) {
    return SearchFixtures.publish(new Desk(adminKey()), title, "正文。");
  }

  @Test
  void aWordInsideATitleLeadsThereInEveryWayOfTyping() {
    publish("住房公积金提取指南");
    for (String q :
        List.of(
            "公积金",
            "公積金",
            "公积金提取",
            "公积",
            "gongjijin",
            "gjj",
            "公jijin",
            "公积j",
            "提取",
            "tiqu",
            "tqzn",
            "提取z",
            "指南",
            "zhinan")) {
      assertThat(titles(q)).as(q).contains("住房公积金提取指南");
    }
    assertThat(suggest("公积金").getList("items[0].highlights"))
        .isEqualTo(List.of(Map.of("field", "text", "start", 2, "end", 5)));
    assertThat(suggest("gjj").getList("items[0].highlights"))
        .isEqualTo(List.of(Map.of("field", "text", "start", 2, "end", 5)));
    assertThat(titles("取指")).isEmpty();
    assertThat(titles("指n公")).isEmpty();
  }

  @Test
  void whatBeginsWithItComesFirst() {
    publish("老城公积金");
    publish("公积金新规解读");
    assertThat(titles("公积金")).startsWith("公积金新规解读", "老城公积金");
  }

  @Test
  void partsThatAreSuggestedByThemselvesAreNotSuggestedTwice() {
    publish("通知：住房公积金提取");
    assertThat(titles("公积金")).containsExactly("住房公积金提取");
    publish("甲区、乙区、丙区、丁区停水");
    assertThat(titles("停水")).containsExactly("甲区、乙区、丙区、丁区停水");
    assertThat(titles("丁区")).containsExactly("甲区、乙区、丙区、丁区停水");
    assertThat(titles("丙区")).isEmpty();
  }

  @Test
  void aTitleTakesItsKeysAlongWhenItChanges() {
    String id = publish("住房公积金提取指南");
    new Desk(adminKey()).withdraw(id, "other", "");
    assertThat(titles("公积金")).isEmpty();
    assertThat(tables().number("select count(*) from suggestion_key where not of_name")).isZero();
  }

  @Test
  void titlesOfOlderRulesAreMadeAgain() {
    for (int i = 0; i < 23; i++) {
      publish("住房公积金提取指南" + i);
    }
    publish("通知：停水安排");
    List<String> whole = tables().texts(KEYS);
    // As an earlier release left them: without places inside, and folded otherwise.
    tables().run("delete from suggestion_key where not of_name and place > 0");
    tables().run("update suggestion set text_f = text_f || 'x' where text = '停水安排'");
    tables().run("insert into suggestion_state (rules) values (0)");
    String path = "/v1/search/suggest?q=" + encoded("公积金");
    assertThat(anyone().get(path).header("Cache-Control")).isEqualTo("no-cache");
    assertThat(indexer.runOnce()).isEqualTo(24);
    assertThat(tables().texts(KEYS)).isEqualTo(whole);
    assertThat(indexer.runOnce()).isZero();
    assertThat(anyone().get(path).header("Cache-Control")).contains("max-age");
    assertThat(titles("停水")).containsExactly("停水安排");
    assertThat(count("article_term")).isEqualTo(23 + 3);
  }

  @Test
  void whatANodeOfALaterReleaseMadeStays() {
    publish("住房公积金提取指南");
    tables()
        .run(
            "insert into suggestion_state (rules, after) values ("
                + (SuggestionKeys.RULES + 1)
                + ", null)");
    assertThat(indexer.runOnce()).isZero();
  }
}
