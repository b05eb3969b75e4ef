package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about the audit, in Chinese; {@code messages/trail_en.properties} has them in
 * English.
 */
@MessageBundle(value = "trail", locale = "zh")
public interface AuditWords {

  @Message("时间")
  String time();

  @Message("操作者")
  String who();

  @Message("操作")
  String action();

  @Message("账号")
  String account();

  @Message("对象")
  String thing();

  @Message("例如 edition.publish")
  String actionHint();

  @Message("开始日期")
  String from();

  @Message("结束日期")
  String to();

  @Message("全部")
  String allAccounts();

  @Message("查看")
  String show();

  @Message("没有记录。")
  String none();

  @Message("只看一个密钥的操作。")
  String ofKey();

  @Message("只看一个对象的操作。")
  String ofThing();

  @Message("查看全部")
  String everything();

  @Message("导出 JSON Lines")
  String exporting();

  @Message("校验")
  String verify();

  @Message("逐条核对记录链，发现被改动或缺失的记录。")
  String verifyHint();

  @Message("以前记下的链尾哈希")
  String head();

  @Message("可不填。填写后会核对它是否仍在链上。")
  String headHint();

  @Message("开始校验")
  String verifyNow();

  @Message("记录完整，没有改动。")
  String intact();

  @Message("第 {seal} 条记录有问题：{what}")
  String broken(Long seal, String what);

  @Message("链上记录")
  String sealed();

  @Message("尚未入链")
  String unsealed();

  @Message("链尾哈希")
  String hash();

  @Message("以前的链尾仍在链上，当时有 {count} 条记录。")
  String known(Long count);

  @Message("链上没有这个哈希。")
  String unknown();

  @Message("序号")
  String number();

  @Message("待入链")
  String pending();

  @Message("操作记录")
  String rows();
}
