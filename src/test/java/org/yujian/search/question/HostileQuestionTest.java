package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.Clause;
import org.yujian.search.index.Weighted;
import org.yujian.search.text.Folding;
import org.yujian.search.text.SearchTerms;

/** Whatever is typed: nothing is thrown, and what is asked of an engine stays small. */
class HostileQuestionTest {
  private static final int LENGTH = 200;
  private static final int ROUNDS = 600;

  /** Engines refuse queries of more than 1,024 clauses. */
  private static final long MOST_CLAUSES = 1000;

  private static final int SCORES = 1 << 24;

  private static final List<String> ALPHABETS =
      List.of(
          "0123456789,. -/:年月日号路元",
          "abcdeginrs'-.1 ",
          "怎么的了吗会去是在有a1 ，“”「」年馆",
          "行长重乐单参差降还都得着",
          "\uD83D\uDE00\uD842\uDFB7豫园\u0301\u200B𠮷かなカナ한글");

  private static String hostile(Random random) {
    int alphabet = random.nextInt(ALPHABETS.size() + 2);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (alphabet < ALPHABETS.size()) {
        String letters = ALPHABETS.get(alphabet);
        text.append(letters.charAt(random.nextInt(letters.length())));
      } else if (alphabet == ALPHABETS.size()) {
        text.append((char) (0x4E00 + random.nextInt(4000)));
      } else {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }

  private static Stream<Clause> leaves(Clause clause) {
    if (clause instanceof Clause.AnyOf c) {
      return c.of().stream().flatMap(HostileQuestionTest::leaves);
    } else if (clause instanceof Clause.AllOf c) {
      return c.of().stream().flatMap(HostileQuestionTest::leaves);
    } else if (clause instanceof Clause.AtLeast c) {
      return leaves(c.of());
    }
    return Stream.of(clause);
  }

  private static Stream<Clause> leaves(Collection<Weighted> all) {
    return all.stream().map(Weighted::clause).flatMap(HostileQuestionTest::leaves);
  }

  @Test
  void anythingCanBeAsked() {
    long seed = System.nanoTime();
    System.out.println("HostileQuestionTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      String typed = hostile(random);
      DocumentTokens.of(Folding.fold(typed));
      Optional<RelaxedQuestion> question =
          RelaxedQuestion.of(
              SearchTerms.parse(typed).all(),
              term -> List.of("", term, "一", "同义的词", "synonym", "另一个", "第三个", "第四个", "第五个"));
      question.ifPresent(asked -> assertSmall(asked, random));
    }
  }

  private static void assertSmall(RelaxedQuestion question, Random random) {
    List<Clause> probes = question.probes();
    assertThat(probes).isNotEmpty().hasSizeLessThanOrEqualTo(RelaxedQuestion.MOST_PROBES);
    List<Long> frequencies = probes.stream().map(p -> (long) random.nextInt(2000) - 200).toList();
    RelaxedQuery query = question.query(question.weights(frequencies, 1000));
    assertThat(query.ranking()).allMatch(part -> part.weight() > 0);
    assertThat(query.ranking().stream().mapToLong(Weighted::weight).sum()).isLessThan(SCORES);
    assertThat(leaves(query.must()).count() + leaves(query.ranking()).count())
        .isLessThanOrEqualTo(MOST_CLAUSES);
    assertThat(question.highlights()).doesNotContain("");
  }

  @Test
  void aLongTextCostsNoMoreThanItsLength() {
    String longText = "行长重庆2,300元 2024年5月1日 library's-".repeat(4000);
    assertThat(DocumentTokens.of(longText).words()).hasSizeLessThan(40);
    assertThat(DocumentTokens.of("1 111".repeat(20_000)).words()).isNotEmpty();
    assertThat(DocumentTokens.of("a-".repeat(50_000)).words()).hasSizeLessThan(10);
    assertThat(Asked.question(longText).orElseThrow().probes()).hasSizeLessThanOrEqualTo(64);
  }
}
