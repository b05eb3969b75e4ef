package org.yujian.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.junit.jupiter.api.Test;

/** The expressions as Lucene reads them, which OpenSearch does, too. */
class NearWordPatternTest {
  private static boolean matches(String word, String other) {
    RegExp expression = new RegExp(NearWordPattern.of(word), RegExp.NONE);
    BytesRef bytes = new BytesRef(other);
    return new ByteRunAutomaton(Operations.determinize(expression.toAutomaton(), Integer.MAX_VALUE))
        .run(bytes.bytes, bytes.offset, bytes.length);
  }

  @Test
  void oneLetterMayBeMissingTooManyOtherOrInTheOtherOrder() {
    for (String near : List.of("planet", "plnet", "plannet", "plamet", "plante", "plane")) {
      assertThat(matches("planet", near)).as(near).isTrue();
    }
    for (String far : List.of("lanet", "lpanet", "plntae", "plan", "planetes", "xlanet", "")) {
      assertThat(matches("planet", far)).as(far).isFalse();
    }
  }

  @Test
  void wordsMayHaveOneLetterOrLettersOutsideTheBasicPlane() {
    assertThat(matches("a", "a")).isTrue();
    assertThat(matches("a", "a𐐨")).isTrue();
    assertThat(matches("a", "abc")).isFalse();
    assertThat(matches("𐐨b", "𐐨")).isTrue();
    assertThat(matches("𐐨b", "𐐨𐐨")).isTrue();
    assertThat(matches("𐐨b", "b𐐨")).isFalse();
  }

  @Test
  void signsOfExpressionsAreLetters() {
    assertThat(matches("a.b*", "axb*")).isTrue();
    assertThat(matches("a.b*", "axxb*")).isFalse();
    assertThat(matches("c++", "c+")).isTrue();
    assertThat(matches("c#\"@&<>~(", "c#\"@&<>~[")).isTrue();
    assertThat(Pattern.matches(NearWordPattern.of("c+|x"), "x")).isFalse();
  }

  @Test
  void theLongestWordIsNotTooMuchForOpenSearch() {
    String word = "abcdefgh".repeat(8);
    String expression = NearWordPattern.of(word);
    assertThat(expression.length()).isLessThan(100_000);
    Operations.determinize(new RegExp(expression, RegExp.NONE).toAutomaton(), 1_000_000);
    assertThat(matches(word, word.substring(0, 40) + word.substring(41))).isTrue();
  }
}
