package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 2 and 6: which lines name whom to follow, and which brackets name who wrote. */
class LinesAboutNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "扫描二维码关注“甲”公众号",
        "扫描二维码，关注“甲”微信公众号",
        "长按识别二维码，关注“甲”视频号！",
        "扫码关注“甲”。",
        "（扫描二维码，关注“甲”）",
        "（扫描二维码，关注“甲”）。",
        "【扫描二维码 关注“甲”公众号】",
        "扫描二维码 关注“甲”（公众号）"
      })
  void theKindOfAccountMayStandBehindTheName(String line) {
    Document document = Heal.text("# 题", "持续用", line, "力。");
    assertThat(document.followTargets()).extracting(FollowMention::name).containsExactly("甲");
    assertThat(document.articles().get(0).body().lines()).containsExactly("持续用力。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"扫描二维码关注“甲”公众号了解详情", "扫描二维码关注“甲”公众号，领取礼品", "（扫描二维码关注“甲”"})
  void aSentenceIsNoFollowLine(String line) {
    assertThat(Heal.text("# 题", line).followTargets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "（联系电话：8221234）",
        "（此件公开发布）",
        "（咨询请到居委会）",
        "（联系人为张老师）",
        "（附报名表一份）",
        "（注：可获赠手册）",
        "（掌声）",
        "（热烈鼓掌）",
        "（地点：文化中心）",
        "（共3页）"
      })
  void remarksAreNoByline(String remark) {
    HealedArticle article = Heal.article("正文已完。" + remark);
    assertThat(article.source()).isNull();
    assertThat(article.body().lines()).containsExactly("正文已完。" + remark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"记者：王芳", "记者 张三", "来源：豫园发布", "供稿：党群办", "编辑：王芳 审核：李明", "作者:张三", "记者：王芳　通讯员：陈明"})
  void whoWroteIsTheByline(String names) {
    assertThat(Heal.article("正文已完。（" + names + "）").source()).isEqualTo(names);
  }
}
