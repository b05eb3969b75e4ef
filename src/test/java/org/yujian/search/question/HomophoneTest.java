package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yujian.search.text.PairSounds;
import org.yujian.search.text.Syllables;

/** One character of a word is replaced by another that is read the same. */
class HomophoneTest {
  private static final List<String> TITLES =
      List.of(
          "居住证续签指南", "流感疫苗接种点", "城市规划展览馆", "垃圾分类志愿者", "社区食堂菜单", "夜间公交线路", "老年大学招生", "高温津贴标准",
          "电梯加装补贴", "博物馆青铜展", "宠物登记上牌", "婚姻登记预约", "台风防御提示", "档案查询窗口", "健身步道开放");

  @Test
  void theWordThatWasMeantIsFoundFirst() {
    long seed = System.nanoTime();
    System.out.println("HomophoneTest seed " + seed);
    Random random = new Random(seed);
    Asked corpus = new Asked();
    TITLES.forEach(title -> corpus.article(title, title + "，详情请咨询街道办事处。"));
    int asked = 0;
    List<String> missed = new ArrayList<>();
    for (String title : TITLES) {
      for (int i = 0; i < 6; i++) {
        String word = title.substring(0, 4);
        String wrong = withHomophone(word, random.nextInt(4), random);
        asked++;
        List<String> hits = corpus.ask(wrong);
        if (hits.isEmpty() || !hits.get(0).equals(title)) {
          missed.add(wrong);
        }
      }
    }
    assertThat(missed).as("of " + asked).hasSizeLessThanOrEqualTo(asked / 10);
  }

  private static String withHomophone(String word, int at, Random random) {
    int from = Math.min(at, word.length() - 2);
    String sound = PairSounds.of(word.substring(from, from + 2)).get(0);
    String syllable = sound.split("'")[at - from];
    List<Syllables.Sound> same =
        Syllables.characters(syllable).stream().filter(s -> s.usual() && s.rank() == 0).toList();
    char other = same.get(random.nextInt(same.size())).character();
    return word.substring(0, at) + other + word.substring(at + 1);
  }
}
