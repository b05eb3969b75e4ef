package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Reading;

/** Damaged and hostile OpenDocument files are read or refused; nothing else happens. */
class HostileOdtTest {

  private static final int MEGABYTE = 1024 * 1024;

  private static Reading read(byte[] bytes) {
    return new OdtReader().read(bytes).reading();
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            DocumentRefused.class, refused -> assertThat(refused.getMessage()).contains(reason));
  }

  private static byte[] content(String xml) {
    return Odt.create().part("content.xml", xml).bytes();
  }

  @Test
  void aBombIsStoppedWhileItInflates() {
    byte[] bomb = Odt.create().part("Pictures/a.png", new byte[100 * MEGABYTE]).bytes();
    assertThat(bomb.length).isLessThan(MEGABYTE / 2);
    assertRefused(bomb, "larger than 64 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<text:list><text:list-item>|</text:list-item></text:list>",
        "<table:table><table:table-row><table:table-cell>|</table:table-cell></table:table-row></table:table>",
        "<text:section>|</text:section>",
        "<text:p><draw:frame><draw:text-box>|</draw:text-box></draw:frame></text:p>",
        "<text:p><text:note><text:note-body>|</text:note-body></text:note></text:p>",
        "<text:p><text:span>|</text:span></text:p>",
        "<draw:g>|</draw:g>"
      })
  void deepNestingIsRefused(String around) {
    String open = around.substring(0, around.indexOf('|'));
    String close = around.substring(around.indexOf('|') + 1);
    String deep = open.repeat(5_000) + close.repeat(5_000);
    assertRefused(Odt.create().raw(deep).bytes(), "nested too deeply");
    String inside = open.repeat(40) + "<text:p>底</text:p>" + close.repeat(40);
    assertThat(read(Odt.create().raw(inside).bytes()).blocks())
        .filteredOn(read -> String.join("", read.block().lines()).contains("底"))
        .hasSize(1);
  }

  @Test
  void tooManyPartsAndCharactersAreRefused() {
    String paragraphs = "<text:p/>".repeat(TextBudget.MOST_PARTS + 1);
    assertRefused(Odt.create().raw(paragraphs).bytes(), "so many paragraphs");
    String cells = "<table:table-cell table:number-columns-repeated='999999'/>".repeat(5_000);
    assertRefused(
        Odt.create()
            .raw("<table:table><table:table-row>" + cells + "</table:table-row></table:table>")
            .bytes(),
        "so many paragraphs");
    String text = "<text:p>" + "字".repeat(100_000) + "</text:p>";
    assertRefused(Odt.create().raw(text.repeat(210)).bytes(), "so long");
    String spaces = "<text:s text:c='999999'/>".repeat(220_000);
    assertRefused(Odt.create().raw("<text:p>" + spaces + "</text:p>").bytes(), "so long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>",
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><d>&b;</d>",
        "<d>&e;</d>",
        "<d>",
        ""
      })
  void brokenXmlAndEntitiesAreRefused(String xml) {
    assertThatThrownBy(() -> read(content(xml))).isInstanceOf(DocumentRefused.class);
    assertThatThrownBy(() -> read(Odt.create().part("styles.xml", xml).paragraph("甲").bytes()))
        .isInstanceOf(DocumentRefused.class);
  }

  @Test
  void stylesInACircleAreFollowedOnlySoFar() {
    Odt odt =
        Odt.create()
            .styles(
                "<style:style style:family='paragraph' style:name='a' style:parent-style-name='b'/><style:style style:family='paragraph' style:name='b' style:parent-style-name='a'/>")
            .raw("<text:p text:style-name='a'>甲</text:p>");
    assertThat(read(odt.bytes()).blocks()).hasSize(1);
  }

  private static Odt rich() {
    return Odt.ofText("# 题\n正文，\n下半。\n甲\t乙")
        .automatic(
            "<style:style style:family='text' style:name='B'><style:text-properties fo:font-weight='bold'/></style:style><text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/></text:list-style>")
        .raw(
            "<text:list text:style-name='L'><text:list-item><text:p>项</text:p></text:list-item></text:list>")
        .raw(
            "<text:p>甲<text:span text:style-name='B'>乙</text:span><text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><draw:frame><draw:image xlink:href='Pictures/a.png'/></draw:frame></text:p>")
        .raw(
            "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>格</text:p></table:table-cell></table:table-row></table:table>")
        .part("Pictures/a.png", DocumentPicturesTest.png(9, 9, 1));
  }

  @Test
  void partOfAFileIsRefusedOrRead() {
    byte[] whole = rich().bytes();
    for (int length = 0; length < whole.length; length += 97) {
      assertReadOrRefused(Arrays.copyOf(whole, length), "the first " + length + " bytes");
    }
  }

  /** Half of the mutations change the container, half the XML inside. */
  @Test
  void mutatedFilesAreReadOrRefused() {
    long seed = Long.getLong("odt.seed", new Random().nextLong());
    System.out.println("odt.seed=" + seed);
    Random random = new Random(seed);
    byte[] whole = rich().bytes();
    byte[] xml = rich().content().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = i % 2 == 0 ? whole.clone() : xml.clone();
      for (int flips = random.nextInt(8) + 1; flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : "<>/&\"' t:ph".charAt(random.nextInt(11)));
      }
      byte[] file = i % 2 == 0 ? bytes : Odt.create().part("content.xml", bytes).bytes();
      assertReadOrRefused(file, "odt.seed=" + seed);
    }
  }

  private static void assertReadOrRefused(byte[] bytes, String what) {
    try {
      assertThat(read(bytes).blocks()).as(what).isNotNull();
    } catch (DocumentRefused refused) {
      assertThat(refused.getMessage()).as(what).isNotEmpty();
    }
  }
}
