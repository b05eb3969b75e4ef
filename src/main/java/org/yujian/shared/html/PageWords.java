package org.yujian.shared.html;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of pages, in Chinese; {@code messages/words_en.properties} has them in English.
 * Templates use them by name, {@code {words:latest}}; the build checks that they exist.
 */
@MessageBundle(value = "words", locale = "zh")
public interface PageWords {

  @Message("关注“{name}”")
  String follow(String name);

  @Message("扫描二维码 关注“{name}”")
  String scanToFollow(String name);

  @Message("“{name}”的关注二维码")
  String qrOf(String name);

  @Message("用手机应用扫码即可关注。")
  String howToFollow();

  @Message("打开本页不会关注。")
  String openingIsNotFollowing();

  @Message("在应用中打开")
  String openInApp();

  @Message("还没有应用？")
  String noAppYet();

  @Message("微信里打不开应用，请换浏览器打开")
  String leaveWeChat();

  @Message("点右上角的“…”")
  String leaveWeChatMenu();

  @Message("选“在浏览器打开”")
  String leaveWeChatBrowser();

  @Message("等待提供二维码")
  String waitingForCode();

  @Message("最新文章")
  String latest();

  @Message("还没有文章。")
  String noArticles();

  @Message("来源：{name}")
  String from(String name);

  @Message("作者：{name}")
  String by(String name);

  @Message("约 {minutes} 分钟")
  String readingTime(int minutes);

  @Message("有更正")
  String corrected();

  @Message("更正说明")
  String corrections();

  @Message("文字更正")
  String correctionTypo();

  @Message("事实更正")
  String correctionFact();

  @Message("标题更正")
  String correctionTitle();

  @Message("内容更新")
  String correctionUpdate();

  @Message("标签")
  String tags();

  @Message("关注")
  String followSection();

  @Message("同期文章")
  String sameEdition();

  @Message("上一篇")
  String previous();

  @Message("下一篇")
  String next();

  @Message("预览：本文尚未发布，请勿转发。")
  String preview();

  @Message("原因")
  String reason();

  @Message("说明")
  String note();

  @Message("时间")
  String time();

  @Message("内容有误")
  String withdrawnError();

  @Message("权利原因")
  String withdrawnRights();

  @Message("应要求撤回")
  String withdrawnRequest();

  @Message("已过时效")
  String withdrawnExpired();

  @Message("其他原因")
  String withdrawnOther();
}
