package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Latin words, numbers, dates and synonyms. */
class WordQuestionTest {
  private static final Asked TOWN =
      new Asked()
          .article("Rooms", "Two meeting rooms can be booked by families with children.")
          .article("Network", "The wireless network of the museum; Wi-Fi password at the desk.")
          .article("Bicycles", "Cyclists may repair their bicycles in the yard.")
          .article("补贴", "每户家庭可以得到2,300元补贴。")
          .article("罚金", "最高处12300元罚金。")
          .article("市集", "市集于2024年5月1日开幕。")
          .article("音乐会", "音乐会10月1日晚上举行。")
          .article("夜校", "夜校将在2024-10-01报名。")
          .article("公交", "21路首班车5:30。")
          .article("改道", "121路绕行。")
          .article("单车", "共享单车要停在白线内。")
          .article("助手", "WeChatPay与ChatGPT入门课。");

  @ParameterizedTest
  @CsvSource({
    "room, Rooms",
    "meeting room booking, Rooms",
    "where are the family rooms?, Rooms",
    "child, Rooms",
    "bicycle repairs, Bicycles",
    "repairing a bicycle, Bicycles",
    "bycicle, ''",
    "bicylce, Bicycles",
    "pasword, Network",
    "museam password, Network",
    "wifi password, Network",
    "wi-fi, Network",
    "wirelessnetwork, Network",
    "wechat pay, 助手",
    "chat gpt, 助手"
  })
  void wordsAreFoundInOtherForms(String question, String title) {
    assertThat(TOWN.ask(question)).isEqualTo(title.isEmpty() ? List.of() : List.of(title));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2300元|补贴",
        "2,300|补贴",
        "2 300元|补贴",
        "２３００元补贴|补贴",
        "12300|罚金",
        "21路|公交",
        "121路|改道",
        "5:30的21路|公交"
      })
  void numbersAreWholeAndWithoutSeparators(String question, String title) {
    assertThat(TOWN.ask(question)).containsExactly(title);
  }

  @ParameterizedTest
  @CsvSource({
    "2024年5月1日, 市集",
    "2024-05-01, 市集",
    "2024/5/1, 市集",
    "5月1号, 市集",
    "5.1, 市集",
    "2024年5月, 市集",
    "2024-10-01, 夜校",
    "2024年10月1日, 夜校"
  })
  void datesAreFoundInAllForms(String question, String title) {
    assertThat(TOWN.ask(question)).first().isEqualTo(title);
  }

  @Test
  void theDateWithoutItsYearIsBehindTheWholeOne() {
    assertThat(TOWN.ask("2024-10-01")).containsExactly("夜校", "音乐会");
    assertThat(TOWN.ask("10月1日")).containsExactlyInAnyOrder("夜校", "音乐会");
  }

  @Test
  void aSynonymCountsLikeTheWord() {
    Function<String, List<String>> synonyms =
        word ->
            Map.of("自行车", List.of("单车"), "bike", List.of("bicycle")).getOrDefault(word, List.of());
    assertThat(TOWN.ask("自行车停在哪里")).isEmpty();
    assertThat(TOWN.ask("自行车停在哪里", synonyms)).containsExactly("单车");
    assertThat(TOWN.ask("bike repair", synonyms)).containsExactly("Bicycles");
  }

  @Test
  void whatIsMarkedIsWhatMayStandInAHit() {
    assertThat(Asked.question("2300元 rooms 2024-05-01 公积金怎么办").orElseThrow().highlights())
        .contains("2,300元", "2300元", "room", "rooms", "2024年5月1日", "公积金", "公积")
        .doesNotContain("怎么", "的");
    List<String> marked = Asked.question("图书馆 wifi").orElseThrow().highlights();
    assertThat(marked).isSortedAccordingTo((a, b) -> b.length() - a.length());
  }

  @Test
  void oneErrorInALongWordIsForgiven() {
    long seed = System.nanoTime();
    System.out.println("WordQuestionTest seed " + seed);
    Random random = new Random(seed);
    for (String word : List.of("bicycles", "wireless", "children", "password", "families")) {
      String title = TOWN.ask(word).get(0);
      for (int i = 0; i < 20; i++) {
        StringBuilder wrong = new StringBuilder(word);
        // In the middle, so that it is no other form of the word.
        int at = 2 + random.nextInt(word.length() - 5);
        switch (random.nextInt(3)) {
          case 0 -> wrong.deleteCharAt(at);
          case 1 -> wrong.insert(at, (char) ('a' + random.nextInt(26)));
          default -> wrong.setCharAt(at, (char) ('a' + random.nextInt(26)));
        }
        assertThat(TOWN.ask(wrong.toString())).as(wrong.toString()).contains(title);
      }
    }
  }
}
