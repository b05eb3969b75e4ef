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
}
