package org.yujian.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Seed;

/** Two bodies compared block by block. */
class BodyDiffTest {

  private static Body body(String... paragraphs) {
    return Body.of(Stream.of(paragraphs).map(text -> Block.paragraph(text, null)).toList());
  }

  /** {@code =甲 ~乙>丙 +丁 -戊}. */
  private static List<String> diff(Body before, Body after) {
    return BodyDiff.between(before, after).stream().map(BodyDiffTest::text).toList();
  }

  private static String text(BlockChange change) {
    return switch (change.op()) {
      case "same" -> "=" + change.after().text();
      case "added" -> "+" + change.after().text();
      case "removed" -> "-" + change.before().text();
      default -> "~" + change.before().text() + ">" + change.after().text();
    };
  }

  @Test
  void equalBodiesAreTheSame() {
    assertThat(diff(body("甲", "乙"), body("甲", "乙"))).containsExactly("=甲", "=乙");
    assertThat(diff(body(), body())).isEmpty();
  }

  @Test
  void blocksComeGoAndChange() {
    assertThat(diff(body("甲", "丙"), body("甲", "乙", "丙"))).containsExactly("=甲", "+乙", "=丙");
    assertThat(diff(body("甲", "乙", "丙"), body("甲", "丙"))).containsExactly("=甲", "-乙", "=丙");
    assertThat(diff(body("甲", "乙", "丙"), body("甲", "丁", "丙"))).containsExactly("=甲", "~乙>丁", "=丙");
    assertThat(diff(body(), body("甲"))).containsExactly("+甲");
  }

  @Test
  void aMovedBlockGoesAndComes() {
    assertThat(diff(body("甲", "乙", "丙"), body("丙", "甲", "乙")))
        .containsExactly("+丙", "=甲", "=乙", "-丙");
  }

  @Test
  void anotherTypeIsNoChangeOfTheBlock() {
    Body heading = Body.of(List.of(Block.heading(2, "甲", null)));
    assertThat(diff(body("甲"), heading)).containsExactly("-甲", "+甲");
  }

  @Test
  void aMarkIsAChangeAndAnIdIsNot() {
    Body marked = Body.of(List.of(Block.paragraph("甲", List.of(new Span(0, 1, Span.EM, null)))));
    assertThat(diff(body("甲"), marked)).containsExactly("~甲>甲");
    List<List<String>> rows = List.of(List.of("甲"));
    Body table = Body.of(List.of(Block.table(rows, null)));
    Cell head = new Cell(0, 0, true, null, null);
    Body headed = Body.of(List.of(Block.table(rows, List.of(head), null)));
    assertThat(BodyDiff.between(table, headed))
        .extracting(BlockChange::op)
        .containsExactly("changed");
    // The second of two equal blocks has another id than a single one.
    List<BlockChange> changes = BodyDiff.between(body("甲", "甲"), body("乙", "甲"));
    assertThat(changes.stream().map(BodyDiffTest::text)).containsExactly("~甲>乙", "=甲");
    assertThat(changes.get(1).after().id()).isEqualTo(body("甲").blocks().get(0).id());
  }

  @Test
  void whateverChangesBothBodiesCanBeReadFromIt() {
    Random random = Seed.random("BodyDiff");
    for (int round = 0; round < 2_000; round++) {
      Body before = random(random, random.nextInt(12), 5);
      Body after = random(random, random.nextInt(12), 5);
      assertReadable(before, after);
    }
    assertReadable(random(random, 900, 400), random(random, 900, 400));
  }

  /** Without a single paragraph twice, and with nothing but the same one. */
  @Test
  void longBodiesTakeNoSquareOfTheirLength() {
    List<Block> many =
        new ArrayList<>(
            IntStream.range(0, 60_000).mapToObj(i -> Block.paragraph("第" + i, null)).toList());
    Body before = Body.of(many);
    many.set(30_000, Block.paragraph("新", null));
    many.remove(100);
    Body after = Body.of(many);
    assertThat(BodyDiff.between(before, after).stream().filter(c -> !c.op().equals("same")))
        .hasSize(2);
    Collections.shuffle(many, new Random(1));
    assertReadable(before, Body.of(many));
    Body equal = Body.of(Collections.nCopies(60_000, Block.paragraph("同", null)));
    assertReadable(before, equal);
    assertReadable(equal, Body.of(Collections.nCopies(50_000, Block.paragraph("同", null))));
  }

  private static Body random(Random random, int size, int words) {
    return Body.of(
        IntStream.range(0, size)
            .mapToObj(i -> Block.paragraph("词" + random.nextInt(words), null))
            .toList());
  }

  private static void assertReadable(Body before, Body after) {
    List<Block> older = new ArrayList<>();
    List<Block> younger = new ArrayList<>();
    for (BlockChange change : BodyDiff.between(before, after)) {
      boolean same = change.op().equals("same");
      if (same || change.before() != null) {
        older.add((same ? change.after() : change.before()).withId(null));
      }
      if (change.after() != null) {
        younger.add(change.after().withId(null));
      }
    }
    assertThat(older).isEqualTo(before.blocks().stream().map(b -> b.withId(null)).toList());
    assertThat(younger).isEqualTo(after.blocks().stream().map(b -> b.withId(null)).toList());
  }
}
