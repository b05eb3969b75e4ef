package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the desk's pages, in Chinese; {@code messages/desk_en.properties} has them in
 * English. Templates refer to them by name, {@code {desk:signIn}}.
 */
@MessageBundle(value = "desk", locale = "zh")
public interface DeskWords {

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
