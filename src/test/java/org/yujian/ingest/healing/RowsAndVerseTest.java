package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.body.Block;

/** Rule 4a: schedules and price lists without bars, and what is no verse. */
class RowsAndVerseTest {

  @ParameterizedTest
  @CsvSource({
    "9:00 签到,9:30 开幕式",
    "14：30 领导致辞,15：00 茶歇",
    "上午9时 集合,下午3点 返程",
    "周一 上午 李华 内科,周二 下午 王强 外科",
    "品名  等级  单价  产地,青菜  一级  2.5  崇明",
    "大白菜 1.2元/公斤,黄瓜 3.8元/公斤"
  })
  void linesOfAScheduleAreRows(String first, String second) {
    List<Block> blocks = Heal.article("安排如下：", first, second, "欢迎光", "临。").body().blocks();
    assertThat(blocks).extracting(Block::type).containsExactly("paragraph", "table", "paragraph");
    assertThat(blocks.get(1).lines()).containsExactly(first, second);
    assertThat(blocks.get(2).text()).isEqualTo("欢迎光临。");
  }

  @Test
  void rowsHaveCells() {
    List<Block> blocks = Heal.article("甲。", "9:00 签到", "9:30 开幕式、领导致辞").body().blocks();
    assertThat(blocks.get(1).rows())
        .containsExactly(List.of("9:00", "签到"), List.of("9:30", "开幕式、领导致辞"));
  }

  @Test
  void oneSuchLineIsText() {
    assertThat(Heal.body("集合时间是", "9:00 请勿迟到。")).hasSize(1);
    assertThat(Heal.body("近日，会议于上午", "9：30召开，下午", "2：00结束。")).hasSize(1);
    assertThat(
            Heal.body("The first line of it,", "which is a second line in English,", "ends here."))
        .hasSize(1);
  }

  @Test
  void textWithASpaceBehindEveryCharacterIsProse() {
    assertThat(Heal.body("经 调 查 ， 该 建 筑 物 未 取 得", "规 划 许 可 证 。")).hasSize(1);
  }

  @Test
  void aLineEndingInColonIsNoVerse() {
    assertThat(Heal.body("歌中唱道：", "出门牵好绳", "垃圾分类记心中", "邻里笑脸迎", "日子红火火。"))
        .containsExactly("歌中唱道：", "出门牵好绳", "垃圾分类记心中", "邻里笑脸迎", "日子红火火。");
    assertThat(Heal.body("近日，他说过一句话", "那句话是：", "我们", "一定", "会来。")).hasSize(1);
  }

  @Test
  void theRestOfAParagraphIsNoVerse() {
    assertThat(Heal.body("清晨五点，环卫工人已经开始忙碌，扫帚划过路面的声音唤醒了沉睡的", "街道", "。他们说", "路干净", "了。"))
        .containsExactly("清晨五点，环卫工人已经开始忙碌，扫帚划过路面的声音唤醒了沉睡的街道。他们说路干净了。");
    assertThat(Heal.body("八十二岁的陈阿婆在诗会上为居民们朗诵了自己写的", "小诗", "弄堂口的梧桐", "又绿了一回", "笑声落在窗台", "灯亮了。"))
        .hasSize(5)
        .startsWith("八十二岁的陈阿婆在诗会上为居民们朗诵了自己写的小诗");
  }

  @Test
  void aNumberThatWasCutIsNoVerse() {
    assertThat(Heal.body("一季度实现总值812.", "6亿元，同比增长5.", "2%；工业产值增长3", ".8%。"))
        .containsExactly("一季度实现总值812.6亿元，同比增长5.2%；工业产值增长3.8%。");
  }

  /** Found by MarkdownPropertyTest: code blocks keep the spaces at the ends of their lines. */
  @Test
  void spacesAtTheEndsOfALinePartNoCells() {
    assertThat(Heal.markdown("# 题\n\n开头。\n\n    乙方  \n\n结尾。").articles().get(0).body().lines())
        .allMatch(line -> !line.contains("\t"));
    assertThat(Heal.markdown("# 题\n\n~~~ \n 绢焹 ").articles()).hasSize(1);
  }
}
