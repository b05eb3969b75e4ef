package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts about reviews, in Chinese; {@code messages/reviewing_en.properties} has them in
 * English.
 */
@MessageBundle(value = "reviewing", locale = "zh")
public interface ReviewWords {

  @Message("审核")
  String review();

  @Message("没有等待发布的内容。")
  String idle();

  @Message("等待审核。")
  String open();

  @Message("已退回修改。")
  String returned();

  @Message("审核通过，可以发布。")
  String agreed();

  @Message("通过")
  String stageAgreed();

  @Message("待审")
  String stageMissing();

  @Message("通过")
  String agree();

  @Message("退回")
  String returnIt();

  @Message("（已失效）")
  String noLonger();

  @Message("意见（退回时必填）")
  String note();

  @Message("签署")
  String sign();

  @Message("批注")
  String comments();

  @Message("批注内容")
  String comment();

  @Message("文章")
  String article();

  @Message("加批注")
  String add();

  @Message("已处理")
  String resolve();

  @Message("已处理")
  String resolved();

  @Message("审核全部通过后才能发布。")
  String beforePublishing();

  @Message("发布前审核（三审三校）")
  String setting();

  @Message("各审依次通过同一份内容后才能发布。")
  String settingHint();

  @Message("审核环节")
  String stages();

  @Message("一行一个，例如：初审、复审、终审。最多五个。")
  String stagesHint();

  @Message("一人可以签多个环节")
  String allowSameSigner();

  @Message("最后修改的人也可以签")
  String allowAuthor();

  @Message("各环节指定了人或权限，请通过接口修改。")
  String setOverApi();

  @Message("取消审核")
  String remove();

  @Message("签署记录 {number} 条")
  String signatures(int number);

  @Message("{who} 也打开了这里。")
  String alsoOpen(String who);

  @Message("先选中文字，批注就针对这一处。")
  String select();

  @Message("选中的文字还没有保存，请先保存。")
  String saveFirst();
}
