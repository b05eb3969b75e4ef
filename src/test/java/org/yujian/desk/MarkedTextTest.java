package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.search.Highlight;

class MarkedTextTest {

  private static String marked(String text, int offset, int... places) {
    List<Highlight> all =
        IntStream.range(0, places.length / 2)
            .mapToObj(i -> new Highlight("body", "b1", places[2 * i], places[2 * i + 1]))
            .toList();
    return MarkedText.of(text, offset, all).pieces().stream()
        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void placesCountCodePoints() {
    assertThat(marked("𠮷祥菜场", 0, 1, 3)).isEqualTo("𠮷[祥菜]场");
    assertThat(marked("𠮷祥菜场", 0, 0, 1)).isEqualTo("[𠮷]祥菜场");
  }

  @Test
  void placesThatOverlapAreOneMark() {
    assertThat(marked("abcdef", 0, 1, 3, 2, 5, 5, 6)).isEqualTo("a[bcdef]");
  }

  @Test
  void placesOutsideOfTheTextAreLeftOut() {
    assertThat(marked("cdef", 2, 0, 1, 1, 4, 5, 9, 12, 14)).isEqualTo("[cd]e[f]");
    assertThat(marked("", 0, 0, 2)).isEmpty();
    assertThat(marked("abc", 0)).isEqualTo("abc");
  }
}
