package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Block;

/** Rule 4a, sentence by sentence: lines that stand alone. */
class StandingLinesTest {

  @Test
  void aLineEndingInColonBeforeAnItemStandsAlone() {
    assertThat(Heal.body("请携带：", "1. 身份证", "2. 户口簿")).containsExactly("请携带：", "1. 身份证", "2. 户口簿");
  }

  @Test
  void aLineEndingInColonBeforeOtherTextIsUnfinished() {
    assertThat(Heal.body("活动开始了。", "他的回答是：", "我们一定到场。")).containsExactly("活动开始了。", "他的回答是：我们一定到场。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一、|二、", "（一）|（二）", "1. |2. ", "1、|2、", "①|②", "• |• ", "- |- ", "(1)|(2)", "1.|2."
      })
  void itemsOfEveryKindStandAloneAfterALeadIn(String markers) {
    String first = markers.split("\\|")[0] + "到场签到，领取号牌";
    String second = markers.split("\\|")[1] + "依次入座；不要走动";
    assertThat(Heal.body("要求如下：", first, second, "欢迎参加。"))
        .containsExactly("要求如下：", first, second, "欢迎参加。");
  }

  @Test
  void whatLooksLikeAnItemAfterACutIsACutSentence() {
    assertThat(Heal.body("居民代表按第", "一、二小组入座。")).containsExactly("居民代表按第一、二小组入座。");
    assertThat(Heal.body("会议由党员代表主持，居民代表按第", "一、二小组", "入座。"))
        .containsExactly("会议由党员代表主持，居民代表按第一、二小组入座。");
  }

  @Test
  void anItemEndingInAPauseGoesOn() {
    assertThat(Heal.body("要求如下：", "1. 高度重视，", "认真组织。", "2. 按时报送"))
        .containsExactly("要求如下：", "1. 高度重视，认真组织。", "2. 按时报送");
  }

  @Test
  void anItemEndingInAPauseDoesNotSwallowTheNextOne() {
    assertThat(Heal.body("请携带：", "1. 身份证、", "2. 户口簿、", "3. 照片。"))
        .containsExactly("请携带：", "1. 身份证、", "2. 户口簿、", "3. 照片。");
    assertThat(Heal.body("活动安排：", "1. 时间为11、", "12、13日。"))
        .containsExactly("活动安排：", "1. 时间为11、12、13日。");
  }

  @Test
  void anItemInsideAnOpenQuotationGoesOn() {
    assertThat(Heal.body("主题有：", "1. “党建引领", "聚众力”主题党日")).hasSize(2);
  }

  @Test
  void labelsStandAlone() {
    assertThat(Heal.body("活动预告", "时间：4月12日上午9：30", "地　点：豫园街道文化中心", "联系人：张老师", "欢迎参加"))
        .containsExactly("活动预告", "时间：4月12日上午9：30", "地　点：豫园街道文化中心", "联系人：张老师", "欢迎参加");
  }

  @Test
  void aLabelEndingInAPauseGoesOn() {
    assertThat(Heal.body("地点：豫园街道、", "小东门街道。")).containsExactly("地点：豫园街道、小东门街道。");
  }

  @Test
  void aValueThatBeginsWithAnOpeningQuoteMakesNoLabel() {
    assertThat(Heal.body("近日，他在会上", "再次强调：“要干字", "当头。”")).containsExactly("近日，他在会上再次强调：“要干字当头。”");
  }

  @Test
  void whoSpeaksIsNoLabel() {
    assertThat(Heal.body("李忠兴指出：要压实责任，抓出", "实效。")).containsExactly("李忠兴指出：要压实责任，抓出实效。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025年4月10日",
        "二〇二五年四月十日",
        "2025.4.10",
        "２０２５年４月１０日",
        "2025-04-10",
        "2025年4月",
        "2025 年 4 月 10 日（周四）",
        "中華民國115年11月20日",
        "民國一一五年十一月二十日",
        "民国一百一十五年十一月廿日",
        "民国元年一月一日",
        "二○二六年十一月卅日"
      })
  void signatureAndDateStandAlone(String date) {
    assertThat(Heal.body("特此通知", "豫园街道办事处", date)).containsExactly("特此通知", "豫园街道办事处", date);
  }

  @Test
  void aDateInsideASentenceIsText() {
    assertThat(Heal.body("会议定于", "2025年4月10日召开。")).containsExactly("会议定于2025年4月10日召开。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"一、总体要求", "（一）指导思想", "第一章 总则", "1. 加强领导", "(二) 基本原则"})
  void aShortOrdinalLineBecomesAHeading(String heading) {
    HealedArticle article = Heal.article("前文已完。", heading, "后文也已完。");
    Block block = article.body().blocks().get(1);
    assertThat(block.kind()).isEqualTo(Block.Kind.HEADING);
    assertThat(block.text()).isEqualTo(heading);
    assertThat(Heal.codes(Heal.text("# 题", "前文已完。", heading, "后文也已完。")))
        .containsOnlyOnce("heading.guessed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"一、总体要求，重点任务", "一、要做好以下几个方面的工作并且把这些工作做深做细做实做出成效来啊", "1、加强领导"})
  void otherOrdinalLinesAreNoHeadings(String line) {
    assertThat(Heal.article("前文已完。", line, "后文已完。").body().blocks())
        .noneMatch(block -> block.kind() == Block.Kind.HEADING);
  }

  @Test
  void anOrdinalLineBesideItemsOfTheSameKindIsAnItem() {
    HealedArticle article = Heal.article("前文已完。", "1. 很重要，要做好。", "2. 加强领导", "3. 也要做好。");
    assertThat(article.body().blocks())
        .extracting(Block::type)
        .containsExactly("paragraph", "list");
    assertThat(article.body().blocks().get(1).items()).hasSize(3);
  }

  @Test
  void headingsOfOneKindUnderAnotherStayHeadings() {
    assertThat(
            Heal.article("一、总体要求", "（一）指导思想", "文字已完。", "（二）基本原则", "文字已完。", "二、任务", "完。")
                .body()
                .blocks())
        .extracting(Block::type)
        .containsExactly(
            "heading", "heading", "paragraph", "heading", "paragraph", "heading", "paragraph");
  }

  @Test
  void aHeadingStopsAJoin() {
    assertThat(Heal.body("这一句没有写完", "## 小标题", "另一句。")).containsExactly("这一句没有写完", "小标题", "另一句。");
    assertThat(Heal.body("这一句没有写完", "二、小标题", "另一句。")).containsExactly("这一句没有写完", "二、小标题", "另一句。");
  }

  @Test
  void theAddresseeStandsAlone() {
    assertThat(Heal.body("各居民区党总支：", "请按时参加。")).containsExactly("各居民区党总支：", "请按时参加。");
    assertThat(Heal.body("前文已完。", "各居民区党总支：", "请按时参加。")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"图为活动现场", "▲活动现场", "摄影：张三", "（摄影：张三）", "供图：党群办", "圖為活動現場"})
  void aCaptionBetweenTwoHalvesStandsBehindThem(String caption) {
    assertThat(Heal.body("持续用力，持", caption, "续用力。", "另起一段。"))
        .containsExactly("持续用力，持续用力。", caption, "另起一段。");
  }

  @Test
  void aCaptionMayBeCutItself() {
    assertThat(Heal.body("持续用力，持", "图为居民代表，", "楼组长。", "续用力。"))
        .containsExactly("持续用力，持续用力。", "图为居民代表，楼组长。");
  }

  @Test
  void verseStaysVerse() {
    HealedArticle article = Heal.article("白日依山尽", "黄河入海流", "欲穷千里目，", "更上一层楼。", "诗人已去。");
    assertThat(article.body().lines()).hasSize(5);
    assertThat(article.body().blocks()).hasSize(2);
    assertThat(article.body().blocks().get(0).text()).contains("\n黄河入海流\n");
  }

  @Test
  void threeShortLinesAreNoVerse() {
    assertThat(Heal.body("白日依山尽，", "黄河入海流，", "更上一层楼。")).hasSize(1);
  }

  @Test
  void twoLinesOfAnOldPoemAreVerseEach() {
    assertThat(Heal.body("床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。"))
        .containsExactly("床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。");
  }

  @Test
  void longerLinesAreNoVerse() {
    String line = "这一行的字数比二十个字还要多一些所以不是诗行";
    assertThat(Heal.body(line, line, line, line + "。")).hasSize(1);
  }

  @Test
  void rowsStayAsWritten() {
    assertThat(Heal.body("姓名\t电话", "张三\t1234", "甲｜乙｜丙", "| a | b |", "完。"))
        .containsExactly("姓名\t电话", "张三\t1234", "甲｜乙｜丙", "| a | b |", "完。");
    assertThat(Heal.article("甲｜乙｜丙").body().blocks().get(0).rows().get(0))
        .containsExactly("甲", "乙", "丙");
  }

  @Test
  void oneBarIsText() {
    assertThat(Heal.body("豫园｜", "党建。")).containsExactly("豫园｜党建。");
  }

  @Test
  void inAnInterviewTurnsBeginBlocksAndGoOnLikeProse() {
    assertThat(Heal.body("问：您怎么看？", "答：我们每天巡", "查楼道。", "问：累吗", "答：不累。"))
        .containsExactly("问：您怎么看？", "答：我们每天巡查楼道。", "问：累吗", "答：不累。");
    assertThat(Heal.body("记者：您怎么看？", "李明：我们每天巡", "查楼道。", "记者：累吗？", "李明：不累。"))
        .containsExactly("记者：您怎么看？", "李明：我们每天巡查楼道。", "记者：累吗？", "李明：不累。");
  }

  @Test
  void severalOfficesSignOneBelowTheOther() {
    String[] signed = {"豫园街道党工委", "豫园街道办事处", "豫园街道妇联", "2025年4月10日"};
    assertThat(Heal.body("请遵照执行。", signed[0], signed[1], signed[2], signed[3]))
        .containsExactly("请遵照执行。", signed[0], signed[1], signed[2], signed[3]);
    assertThat(Heal.body("特此通知", signed[0], signed[1], signed[3]))
        .containsExactly("特此通知", signed[0], signed[1], signed[3]);
  }

  @Test
  void aSentenceGoesOnIntoWhatCouldBeASignature() {
    assertThat(Heal.body("请各居民区党总支按照街道的统一部署认真组织，", "不得缺席", "豫园街道党工委", "豫园街道办事处", "2025年4月10日"))
        .containsExactly("请各居民区党总支按照街道的统一部署认真组织，不得缺席", "豫园街道党工委", "豫园街道办事处", "2025年4月10日");
  }
}
