package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Questions about a small town with the articles that answer them, without synonyms. Some cannot be
 * answered by their words alone (看病 for 就医); they stay, so that the figures are honest.
 */
class JudgedQuestionsTest {
  private static final int PAGE = 10;

  private static List<String[]> lines(String file) throws IOException {
    try (InputStream in = JudgedQuestionsTest.class.getResourceAsStream("/search/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\\|")).toList();
    }
  }

  @Test
  void mostQuestionsFindTheirArticleFirstAndLittleElse() throws IOException {
    Asked town = new Asked();
    lines("town-articles.txt").forEach(line -> town.article(line[0], line[1], line[2]));
    List<String[]> questions = lines("town-questions.txt");
    List<String> notFirst = new ArrayList<>();
    int answered = 0;
    double precision = 0;
    for (String[] line : questions) {
      Set<String> right = Set.of(line[1].split(" "));
      List<String> hits = town.ask(line[0]);
      List<String> page = hits.subList(0, Math.min(PAGE, hits.size()));
      if (page.isEmpty() || !right.contains(page.get(0))) {
        notFirst.add(line[0]);
      }
      if (!page.isEmpty()) {
        answered++;
        precision += (double) page.stream().filter(right::contains).count() / page.size();
      }
    }
    assertThat(notFirst).hasSizeLessThanOrEqualTo(questions.size() / 10);
    assertThat(precision / answered).isGreaterThanOrEqualTo(0.93);
  }
}
