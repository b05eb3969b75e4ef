package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.search.SearchFixtures.encoded;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;

/**
 * Questions as readers type them, against articles and questions that were written without
 * knowledge of the search. Prints what is not found.
 */
@QuarkusTest
class OrdinaryQuestionsTest extends DeskTest {

  private static final int FIRST = 10;

  /** Measured 0.84; what is missing would need the meaning of words, as that 老人 is 年长者. */
  private static final double LEAST_PRECISION = 0.8;

  @TestHTTPResource("/")
  URI base;

  private List<String> titles(String question) {
    return read("/v1/search?type=articles&limit=" + FIRST + "&q=" + encoded(question))
        .getList("items.article.title");
  }

  private void publish() {
    Client client = new Client(base, adminKey());
    String account = account("江畔生活");
    OrdinaryTexts.articles()
        .forEach((title, text) -> SearchFixtures.publish(client, account, title, text));
  }

  /** One publication for all: the articles are the same. */
  @Test
  void questionsFindTheirArticles() {
    publish();
    ordinary();
    pasted();
    judged();
  }

  private void ordinary() {
    List<List<String>> questions = OrdinaryTexts.table("ordinary-questions.tsv");
    List<String> missed = new ArrayList<>();
    for (List<String> row : questions) {
      List<String> found = titles(row.get(0));
      if (!found.contains(row.get(1))) {
        missed.add(row.get(0) + " -> " + row.get(1) + " but " + found);
      }
    }
    System.out.println("ordinary questions missed: " + missed);
    assertThat(questions).hasSize(39);
    assertThat(missed).hasSizeLessThanOrEqualTo(questions.size() - 30);
  }

  private void pasted() {
    List<List<String>> sentences = OrdinaryTexts.table("pasted-sentences.tsv");
    List<String> missed = new ArrayList<>();
    for (List<String> row : sentences) {
      List<String> found = titles(row.get(0));
      if (found.isEmpty() || !found.get(0).equals(row.get(1))) {
        missed.add(row.get(0) + " -> " + row.get(1));
      }
    }
    System.out.println("pasted sentences missed: " + missed);
    assertThat(missed.size()).isLessThanOrEqualTo((int) (0.15 * sentences.size()));
  }

  /** Of those shown first, ten at most, the part that a reader judged to be relevant. */
  private void judged() {
    double sum = 0;
    List<List<String>> questions = OrdinaryTexts.table("judged-questions.tsv");
    for (List<String> row : questions) {
      Set<String> relevant = Set.copyOf(row.subList(1, row.size()));
      List<String> found = titles(row.get(0));
      long right = found.stream().filter(relevant::contains).count();
      sum += found.isEmpty() ? 0 : (double) right / found.size();
      if (right < found.size()) {
        List<String> wrong = found.stream().filter(title -> !relevant.contains(title)).toList();
        System.out.println("judged not relevant for " + row.get(0) + ": " + wrong);
      }
    }
    System.out.println("precision of the first ten: " + sum / questions.size());
    assertThat(questions).hasSize(30);
    assertThat(sum / questions.size()).isGreaterThanOrEqualTo(LEAST_PRECISION);
  }
}
