package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about webhooks, in Chinese; {@code messages/hooks_en.properties} has them in
 * English.
 */
@MessageBundle(value = "hooks", locale = "zh")
public interface WebhookWords {

  @Message("还没有 Webhook。")
  String none();

  @Message("新建 Webhook")
  String make();

  @Message("接收地址")
  String url();

  @Message("https 地址。保存时会发送验证请求，接收方须原样返回 challenge。")
  String urlHint();

  @Message("用途")
  String description();

  @Message("事件")
  String events();

  @Message("都不选则发送全部事件。")
  String eventsHint();

  @Message("签名方式")
  String algorithm();

  @Message("全部事件")
  String allEvents();

  @Message("状态")
  String state();

  @Message("已启用")
  String enabled();

  @Message("已停用")
  String disabled();

  @Message("接收方返回 410，已自动停用。")
  String gone();

  @Message("连续五天投递失败，已自动停用。")
  String failing();

  @Message("投递失败，始于")
  String failingSince();

  @Message("修改")
  String change();

  @Message("保存")
  String save();

  @Message("发送测试事件")
  String test();

  @Message("测试事件已送达。")
  String tested();

  @Message("测试事件没有送达：")
  String notTested();

  @Message("更换签名密钥")
  String rotate();

  @Message("生成新的签名密钥，旧密钥 24 小时内仍同时签名。")
  String rotateHint();

  @Message("更换")
  String rotateNow();

  @Message("删除")
  String delete();

  @Message("Webhook 和投递记录都会删除，不能恢复。")
  String deleteHint();

  @Message("确认删除")
  String deleteNow();

  @Message("投递记录")
  String deliveries();

  @Message("保留最近 30 天。")
  String deliveriesHint();

  @Message("没有投递记录。")
  String noDeliveries();

  @Message("全部")
  String all();

  @Message("待投递")
  String waiting();

  @Message("已送达")
  String delivered();

  @Message("失败")
  String failed();

  @Message("未发送")
  String skipped();

  @Message("事件")
  String event();

  @Message("尝试 {count} 次")
  String attempts(int count);

  @Message("下次尝试")
  String next();

  @Message("最近尝试")
  String last();

  @Message("接收方的响应")
  String answer();

  @Message("重新发送")
  String replay();

  @Message("重新发送一段时间内的全部事件")
  String replayAll();

  @Message("开始时间")
  String since();

  @Message("结束时间")
  String until();

  @Message("留空则到现在。")
  String untilHint();
}
