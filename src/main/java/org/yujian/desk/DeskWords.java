package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts that pages of the desk share, in Chinese; {@code messages/desk_en.properties} has them
 * in English.
 */
@MessageBundle(value = "desk", locale = "zh")
public interface DeskWords {

  @Message("编辑台")
  String desk();

  @Message("跳到正文")
  String skip();

  @Message("总览")
  String overview();

  @Message("导入")
  String importing();

  @Message("内容")
  String editions();

  @Message("图片")
  String pictures();

  @Message("标签")
  String tags();

  @Message("账号")
  String accounts();

  @Message("二维码")
  String codes();

  @Message("数据")
  String reports();

  @Message("设置")
  String settings();

  @Message("搜索草稿和已发布")
  String search();

  @Message("退出")
  String signOut();

  @Message("连接不上服务器，输入的内容还在，请稍后再试。")
  String away();

  @Message("别人刚改过。输入的内容还在；重新打开本页可看到新的内容。")
  String changedMeanwhile();

  @Message("登录已失效。输入的内容还在；请在新窗口登录后再试。")
  String signedOut();

  @Message("已完成。")
  String done();

  @Message("导入文档")
  String importDocument();

  @Message("还没有内容。导入一份 Word、PDF、网页或纯文本文档，就会变成可以发布的文章。")
  String nothingYet();

  @Message("定时发布失败")
  String failedEditions();

  @Message("草稿")
  String drafts();

  @Message("定时")
  String scheduled();

  @Message("已发布")
  String live();

  @Message("全部")
  String all();

  @Message("最近导入")
  String latestImports();

  @Message("每日备份：")
  String dailyBackup();

  @Message("未开启")
  String backupOff();

  @Message("尚无")
  String backupNone();

  @Message("（{hours} 小时前）")
  String backupHours(long hours);

  @Message("（{days} 天前）")
  String backupDays(long days);

  @Message("备份已超过 36 小时没有更新，请查看服务器日志。")
  String backupLate();

  @Message("状态")
  String state();

  @Message("草稿")
  String stateDraft();

  @Message("定时")
  String stateScheduled();

  @Message("已发布")
  String statePublished();

  @Message("已撤回")
  String stateWithdrawn();

  @Message("发布失败")
  String stateFailed();

  @Message("内容")
  String edition();

  @Message("无标题")
  String untitled();

  @Message("没有文章")
  String emptyEdition();

  @Message("没有这样的内容。")
  String noEditions();

  @Message("翻页")
  String pages();

  @Message("回到最新")
  String newest();

  @Message("更早")
  String older();

  @Message("第一页")
  String firstPage();

  @Message("下一页")
  String nextPage();

  @Message("登录编辑端")
  String signIn();

  @Message("登录")
  String signInNow();

  @Message("密钥")
  String key();

  @Message("密钥以 yj_ 开头。首次启动生成的管理员密钥在数据目录的 admin-key 文件里。")
  String keyHelp();

  @Message("密钥不正确，或者已经过期、已被吊销。")
  String wrongKey();

  @Message("用“{name}”登录")
  String signInWith(String name);

  @Message("或者用密钥登录")
  String orWithKey();

  @Message("登录没有完成，请再试一次。")
  String signInFailed();

  @Message("你的账户没有可以在这里使用的角色。请联系管理员为你分配角色，然后再登录。")
  String noRole();

  @Message("登录服务暂时没有响应，请稍后再试。已经登录的人和密钥不受影响。")
  String providerAway();
}
