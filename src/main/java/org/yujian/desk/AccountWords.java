package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about accounts and tags, in Chinese; {@code messages/accounts_en.properties}
 * has them in English.
 */
@MessageBundle(value = "accounts", locale = "zh")
public interface AccountWords {

  @Message("新建账号")
  String create();

  @Message("新建")
  String createNow();

  @Message("名称")
  String name();

  @Message("短名")
  String handle();

  @Message("网址里的名字：小写字母、数字和短横线，以后不能改。留空则用名称的拼音。")
  String handleHint();

  @Message("简介")
  String intro();

  @Message("备案信息")
  String registration();

  @Message("显示在关注页底部。")
  String registrationHint();

  @Message("公开")
  String stateOpen();

  @Message("未公开")
  String stateHidden();

  @Message("已关闭")
  String stateClosed();

  @Message("没有账号。")
  String none();

  @Message("资料")
  String settings();

  @Message("头像")
  String avatar();

  @Message("选好就生效。")
  String avatarHint();

  @Message("关注")
  String follow();

  @Message("打开关注页")
  String followPage();

  @Message("第一次发布后才有关注页和二维码。")
  String noCode();

  @Message("账号关闭后，关注页和二维码都不能用了。")
  String codeEnded();

  @Message("关闭账号")
  String close();

  @Message("关闭后不能再打开：已发布的文章全部撤回，二维码失效，读者看到下面的说明。")
  String closeHint();

  @Message("永久关闭“{name}”")
  String closeNow(String name);

  @Message("新建标签")
  String createTag();

  @Message("还没有标签。")
  String noTags();

  @Message("改名")
  String rename();

  @Message("“{name}”的新名称")
  String newName(String name);
}
