package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sentences that were copied with one wrong character, among articles that share their words. */
class PastedSentenceTest {
  private static final List<String> SENTENCES =
      List.of(
          "社区卫生服务中心从下周一起为六十岁以上老人提供免费体检",
          "市民可以在线上预约办理居住证，三个工作日内领取",
          "今年的读书节共有四十场活动，主会场设在区图书馆",
          "老城厢的旧房改造工程预计在明年春天全部完工",
          "小区业主代表投票通过了加装电梯的方案",
          "博物馆新展出的青铜器来自西北地区的考古发掘",
          "新学期食堂的菜单由营养师和家长委员会共同制定",
          "地铁十四号线早高峰将缩短发车间隔，缓解拥挤",
          "志愿者在河边清理垃圾，两个小时装满了五十个袋子",
          "居民把闲置的书籍和玩具送到交换集市，换回需要的东西",
          "警方提醒大家不要轻信陌生来电，更不要透露验证码",
          "非遗传承人走进校园，教孩子们制作香囊和剪纸",
          "台风来临之前，街道检查了所有的广告牌和空调外机",
          "这家老字号点心店每天凌晨四点开始和面蒸糕",
          "养老院的老人们学会了用手机和远方的孙辈视频",
          "区里拿出专项资金补贴家庭更换节能家电",
          "公园的荷花进入盛花期，周末游客比平时多三倍",
          "法院通过调解化解了一起邻里之间的噪音纠纷",
          "消防员花了二十分钟救出被困在电梯里的母女",
          "青年创业园为毕业生提供半年的免费办公场地");

  /** Usual characters, some read like those of the sentences. */
  private static final String OTHERS =
      "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从玉图官惠圆谢";

  private static Asked corpus(Random random) {
    Asked corpus = new Asked();
    SENTENCES.forEach(
        sentence -> corpus.article(sentence.substring(0, 4) + " · 要闻", sentence + "。"));
    String all = String.join("", SENTENCES);
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 30; k++) {
        int from = random.nextInt(all.length() - 4);
        text.append(all, from, from + 2 + random.nextInt(3))
            .append(random.nextInt(9) == 0 ? "，" : "");
      }
      corpus.article(text.substring(0, 12) + i, text.toString());
    }
    return corpus;
  }

  @Test
  void oneWrongCharacterLeavesTheSentenceFirst() {
    long seed = System.nanoTime();
    System.out.println("PastedSentenceTest seed " + seed);
    Random random = new Random(seed);
    Asked corpus = corpus(random);
    int first = 0;
    int asked = 0;
    for (String sentence : SENTENCES) {
      for (int i = 0; i < 5; i++) {
        StringBuilder wrong = new StringBuilder(sentence);
        wrong.setCharAt(
            random.nextInt(sentence.length()), OTHERS.charAt(random.nextInt(OTHERS.length())));
        List<String> hits = corpus.ask(wrong.toString());
        asked++;
        first += !hits.isEmpty() && hits.get(0).equals(sentence.substring(0, 4) + " · 要闻") ? 1 : 0;
      }
    }
    assertThat(first).as("of " + asked).isGreaterThanOrEqualTo(asked * 9 / 10);
  }
}
