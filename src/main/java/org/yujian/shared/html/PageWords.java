package org.yujian.shared.html;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages, in Chinese; {@code messages/words_en.properties} has them in English.
 * Templates refer to them by name, {@code {words:latest}}; the build checks that the names exist.
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

  @Message("豫见")
  String siteName();

  @Message("豫见 Yujian")
  String siteTitle();

  @Message("可自行部署的公众号内容后端。")
  String siteWhat();

  @Message("导入文档，即得干净的文章和信息流；读者扫码即可关注。")
  String siteHow();

  @Message("可自行部署的公众号内容后端。导入文档，即得干净的文章和信息流；读者扫码即可关注。")
  String siteText();

  @Message("公众号")
  String accounts();

  @Message("查看全部公众号（JSON）")
  String moreAccounts();

  @Message("开发者")
  String forDevelopers();

  @Message("接口文档")
  String apiDocs();

  @Message("查看全部接口，可直接在线调试")
  String apiDocsText();

  @Message("接口指南")
  String guides();

  @Message("导入、同步、关注、图片等场景的做法与示例（英文）")
  String guidesText();

  @Message("文章列表接口")
  String apiFeed();

  @Message("最新文章的 JSON，本页内容即来自这里")
  String apiFeedText();

  @Message("错误代码")
  String problems();

  @Message("接口返回的每种错误：含义和处理办法")
  String problemsText();

  @Message("从导入第一篇文档开始")
  String firstSteps();

  @Message("这里还没有文章。在豫见的运行目录下执行以下命令，就会建好一个公众号，并发布它的第一篇文章：")
  String firstStepsImport();

  @Message("然后刷新本页，即可看到文章和关注二维码。完整步骤见 README 的“从文档到手机”一节。")
  String firstStepsMore();

  @Message("返回首页")
  String home();

  @Message("关注")
  String followHere();

  @Message("不用安装应用，也不用注册。")
  String followHereHow();

  @Message("已关注")
  String following();

  @Message("取消关注")
  String unfollow();

  @Message("取消关注“{name}”")
  String unfollowName(String name);

  @Message("没有关注成功：浏览器没有保存 Cookie。请允许本站使用 Cookie，然后再试一次。")
  String cookieRefused();

  @Message("我的关注")
  String myHome();

  @Message("在公众号的关注页点“关注”，它的文章就会出现在这里，不用注册。")
  String myHomeStart();

  @Message("看看有哪些公众号")
  String seeAccounts();

  @Message("未读")
  String unread();

  @Message("{number} 篇未读")
  String unreadNumber(String number);

  @Message("全部标为已读")
  String markAllRead();

  @Message("更早的文章")
  String olderArticles();

  @Message("回到最新")
  String newestArticles();

  @Message("关注的公众号")
  String followedAccounts();

  @Message("还没有关注公众号。")
  String nothingFollowed();

  @Message("在应用中继续")
  String continueInApp();

  @Message("获取合并码，在手机应用中输入，关注和已读记录就会带过去。")
  String continueInAppText();

  @Message("获取合并码")
  String getJoinCode();

  @Message("合并码")
  String joinCode();

  @Message("请在手机应用中输入这个合并码。它只能用一次，{time} 前有效。")
  String joinCodeHow(String time);

  @Message("之后，应用和这个浏览器看到的是同样的关注和已读记录。")
  String joinCodeAfter();

  @Message("返回我的关注")
  String backToHome();

  @Message("退出")
  String leaveBrowser();

  @Message("退出后，这个浏览器里的关注会丢失，无法找回；已经用合并码转到应用的不受影响。")
  String leaveBrowserText();

  @Message("退出这个浏览器")
  String leaveBrowserNow();

  @Message("扫码阅读全文")
  String scanToRead();

  @Message("分享海报")
  String poster();

  @Message("接收新文章通知")
  String pushOn();

  @Message("关闭新文章通知")
  String pushOff();

  @Message("关注的公众号发布新文章时，这个浏览器会收到通知。")
  String pushText();

  @Message("浏览器没有允许通知。可以在浏览器的网站设置里允许，然后再试。")
  String pushDenied();

  @Message("没有成功，请稍后再试。有些浏览器不支持通知。")
  String pushFailed();

  @Message("在 iPhone 和 iPad 上，放到主屏幕后才能接收通知：点分享按钮，选“添加到主屏幕”，再从主屏幕打开，即可开启通知。")
  String pushInstall();

  @Message("随时查看所关注公众号的最新文章。")
  String webAppText();
}
