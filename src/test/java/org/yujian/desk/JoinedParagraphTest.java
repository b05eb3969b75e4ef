package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.desk.JoinedParagraph.Part;
import org.yujian.ingest.ImportReport.JoinView;

class JoinedParagraphTest {

  @Test
  void aParagraphIsSplitAtItsJoinsInOrder() {
    JoinView early = join(2, 2);
    JoinView late = join(2, 4);

    List<JoinedParagraph> found = JoinedParagraph.of(List.of("第一段", "甲乙丙丁戊"), List.of(late, early));

    assertThat(found)
        .containsExactly(
            new JoinedParagraph(
                List.of(new Part("甲乙", early), new Part("丙丁", late), new Part("戊", null))));
  }

  /** Offsets count code points; 𠮷 has two UTF-16 units. */
  @Test
  void offsetsCountCodePoints() {
    JoinView join = join(1, 2);

    assertThat(JoinedParagraph.of(List.of("𠮷野家"), List.of(join)))
        .containsExactly(new JoinedParagraph(List.of(new Part("𠮷野", join), new Part("家", null))));
  }

  @Test
  void joinsThatTheTextDoesNotHaveAreLeftOut() {
    assertThat(JoinedParagraph.of(List.of("一段"), List.of(join(2, 1)))).isEmpty();
    assertThat(JoinedParagraph.of(List.of("一段"), List.of(join(1, 9))))
        .containsExactly(
            new JoinedParagraph(List.of(new Part("一段", join(1, 9)), new Part("", null))));
  }

  private static JoinView join(int paragraph, int offset) {
    return new JoinView(paragraph, offset, 1, 2, false);
  }
}
