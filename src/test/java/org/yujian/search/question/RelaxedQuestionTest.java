package org.yujian.search.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaxedQuestionTest {
  private static final Asked TOWN =
      new Asked()
          .article("住房公积金提取流程", "职工凭身份证办理住房公积金提取业务，窗口9:00开放。")
          .article("公积金贷款额度上调", "公积金管理中心公布新的贷款额度，基金收益良好。")
          .article("养老金领取须知", "退休人员领取养老金要带材料。")
          .article("小学入学报名今天开始", "适龄儿童的家长可以登录网站，小学新生要带户口本。")
          .article("中学生篮球赛", "报名费由学校承担，学报编辑部采访了队员。")
          .article("豫园灯会门票价格", "豫园灯会开幕，门票80元，21路公交车直达。")
          .article("121路公交车改道", "因道路施工，121路公交车绕行外滩。")
          .article("图书馆开放时间", "周二至周日开放，提供免费wifi，密码见前台。")
          .article("垃圾分类指南", "垃圾分为四类，随意投放的要罚款。")
          .article("重庆火锅节", "银行行长与居民一起吃火锅，音乐会免费。");

  @ParameterizedTest
  @CsvSource({
    "公积金怎么提取, 住房公积金提取流程",
    "请问公积金如何提取呢？, 住房公积金提取流程",
    "小学报名, 小学入学报名今天开始",
    "小学的报名什么时候开始？, 小学入学报名今天开始",
    "公机金提取, 住房公积金提取流程",
    "图书管几点开放, 图书馆开放时间",
    "豫圆灯会在哪里, 豫园灯会门票价格",
    "虫庆火锅, 重庆火锅节",
    "乱扔垃圾罚款多少钱, 垃圾分类指南",
    "wifi密码是多少, 图书馆开放时间",
    "gongjijin tiqu, 住房公积金提取流程"
  })
  void aQuestionFindsItsArticleFirst(String question, String title) {
    assertThat(TOWN.ask(question)).first().isEqualTo(title);
  }

  @Test
  void oneWordOfTwoIsNotEnough() {
    assertThat(TOWN.ask("公积金怎么提取")).containsExactly("住房公积金提取流程");
    assertThat(TOWN.ask("小学报名")).containsExactly("小学入学报名今天开始");
    assertThat(TOWN.ask("豫园的恐龙")).isEmpty();
  }

  @Test
  void halfOfAWordIsNotEnough() {
    Asked town = new Asked().article("图书馆", "还书").article("图书", "新书上架").article("体育馆", "羽毛球");
    assertThat(town.ask("图书馆")).containsExactly("图书馆");
    assertThat(town.ask("图书管")).first().isEqualTo("图书馆");
  }

  @Test
  void aNumberIsNoPartOfALongerOne() {
    assertThat(TOWN.ask("21路怎么坐")).containsExactly("豫园灯会门票价格");
    assertThat(TOWN.ask("121路怎么坐")).containsExactly("121路公交车改道");
  }

  @Test
  void nothingIsLeftOfOneCharacter() {
    assertThat(Asked.question("桥")).isEmpty();
    assertThat(Asked.question("？")).isEmpty();
    assertThat(Asked.question("")).isEmpty();
  }

  @Test
  void questionWordsStayWhenNothingElseIsLeft() {
    assertThat(Asked.question("怎么办").orElseThrow().highlights()).contains("怎么办");
    assertThat(Asked.question("what is this").orElseThrow().highlights()).contains("what");
  }

  @Test
  void weightsOfADamagedCursorAreRefused() {
    RelaxedQuestion question = Asked.question("公积金怎么提取").orElseThrow();
    List<Integer> weights = new ArrayList<>();
    question.probes().forEach(probe -> weights.add(3));
    assertThat(question.query(weights).ranking()).isNotEmpty();
    weights.set(0, -1);
    assertThatThrownBy(() -> question.query(weights)).isInstanceOf(IllegalArgumentException.class);
    weights.remove(0);
    assertThatThrownBy(() -> question.query(weights)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRarerTheHeavier() {
    RelaxedQuestion question = Asked.question("公积金").orElseThrow();
    assertThat(question.weights(List.of(0L, 1L, 100L, 1000L, 2000L), 1000))
        .containsExactly(0, 28, 10, 3, 3);
  }
}
