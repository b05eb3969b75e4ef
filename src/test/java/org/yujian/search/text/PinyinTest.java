package org.yujian.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.search.text.Pinyin.Reading;

class PinyinTest {

  @ParameterizedTest
  @CsvSource({
    "态度, taidu, td",
    "態度, taidu, td",
    "善治豫园, shanzhiyuyuan, szyy",
    "重庆, chongqing, cq",
    "重要, zhongyao, zy",
    "莘庄, xinzhuang, xz",
    "六安, luan, la",
    "音乐, yinyue, yy",
    "长江, changjiang, cj",
    "校长, xiaozhang, xz",
    "土地, tudi, td",
    "女性, nvxing, nx",
    "战略, zhanlve, zl",
    "绿波廊, lvbolang, lbl",
    "会稽, kuaiji, kj",
    "㐁𠼞, tiana, ta"
  })
  void theMostUsualReadingComesFirst(String text, String full, String initials) {
    assertThat(Pinyin.readings(text, 8).get(0)).isEqualTo(new Reading(full, initials));
  }

  @Test
  void aCharacterWithSeveralReadingsHasThemAll() {
    assertThat(Pinyin.readings("行长", 16))
        .contains(
            new Reading("hangzhang", "hz"),
            new Reading("xingzhang", "xz"),
            new Reading("hangchang", "hc"),
            new Reading("xingchang", "xc"))
        .startsWith(new Reading("hangzhang", "hz"));
    assertThat(Pinyin.readings("单", 8)).extracting(Reading::full).contains("dan", "shan", "chan");
  }

  @Test
  void theReadingsOfAFoldedTextHoldThoseOfTheOriginal() {
    assertThat(Pinyin.readings("乾隆", 8)).isEqualTo(Pinyin.readings("干隆", 8));
    assertThat(Pinyin.readings("乾隆", 8)).extracting(Reading::full).contains("qianlong");
  }

  @Test
  void thereAreNeverMoreThanAskedFor() {
    String many = "行长都得了着地单重乐".repeat(20);
    assertThat(Pinyin.readings(many, 5)).hasSize(5).doesNotHaveDuplicates();
    assertThat(Pinyin.readings(many, 1)).hasSize(1);
    assertThat(Pinyin.readings(many, 0)).isEmpty();
  }

  @Test
  void lettersAndDigitsStayInLowerCase() {
    assertThat(Pinyin.readings("ＡＩ小镇2号", 1))
        .isEqualTo(List.of(new Reading("aixiaozhen2hao", "aixz2h")));
    assertThat(Pinyin.readings("Café Lü", 1)).isEqualTo(List.of(new Reading("cafelv", "cafelv")));
  }

  @Test
  void otherCharactersAreLeftOut() {
    assertThat(Pinyin.readings("《豫园》，👩", 1)).isEqualTo(List.of(new Reading("yuyuan", "yy")));
    assertThat(Pinyin.readings("。。", 3)).isEmpty();
    assertThat(Pinyin.readings("", 3)).isEmpty();
  }

  @Test
  void aQueryOfLatinLettersMayBePinyin() {
    assertThat(List.of("taidu", "td", "tai du", "xi'an", "lü", "ai2"))
        .allMatch(Pinyin::isLatinQuery);
    assertThat(List.of("", "088", "态du", "a,b", " ", "é")).noneMatch(Pinyin::isLatinQuery);
  }
}
