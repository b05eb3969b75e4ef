package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about settings and keys, in Chinese; {@code messages/settings_en.properties}
 * has them in English.
 */
@MessageBundle(value = "settings", locale = "zh")
public interface SettingsWords {

  @Message("密钥")
  String keys();

  @Message("供人员和程序登录编辑台、调用接口。")
  String keysHint();

  @Message("Webhook")
  String hooks();

  @Message("内容有变化时通知其他系统。")
  String hooksHint();

  @Message("操作记录")
  String audit();

  @Message("谁在什么时候做了什么。")
  String auditHint();

  @Message("同义词")
  String synonyms();

  @Message("搜索其中一个词，也能找到用其他词写的文章。")
  String synonymsHint();

  @Message("词组")
  String synonymGroups();

  @Message("每行一组，词之间用逗号或顿号分隔。每组 2 至 5 个词，同一个词只能出现一次。")
  String synonymGroupsHint();

  @Message("当前密钥没有管理设置的权限。")
  String nothing();

  @Message("新建密钥")
  String newKey();

  @Message("使用者")
  String label();

  @Message("使用它的人员或程序。")
  String labelHint();

  @Message("权限")
  String scopes();

  @Message("限定账号")
  String accounts();

  @Message("都不选则不限账号。")
  String accountsHint();

  @Message("当前密钥限定了账号，至少选一个。")
  String limitedHint();

  @Message("到期时间")
  String expiresAt();

  @Message("留空则长期有效。")
  String expiresHint();

  @Message("新建")
  String create();

  @Message("有效")
  String active();

  @Message("已吊销")
  String revoked();

  @Message("已过期")
  String expired();

  @Message("当前使用")
  String own();

  @Message("全部账号")
  String allAccounts();

  @Message("创建")
  String created();

  @Message("创建者")
  String by();

  @Message("长期有效")
  String never();

  @Message("最近使用")
  String used();

  @Message("未使用过")
  String unused();

  @Message("旧密钥有效至")
  String previous();

  @Message("开头")
  String prefix();

  @Message("更换密钥")
  String rotate();

  @Message("生成新的密钥。旧的在选定时间后失效。")
  String rotateHint();

  @Message("旧密钥继续有效")
  String overlap();

  @Message("立即失效")
  String atOnce();

  @Message("1 小时")
  String hour();

  @Message("{count} 天")
  String days(int count);

  @Message("更换")
  String rotateNow();

  @Message("吊销密钥")
  String revoke();

  @Message("吊销后立即失效，不能恢复。")
  String revokeHint();

  @Message("这是当前登录使用的密钥，吊销后会退出登录。")
  String revokeOwn();

  @Message("确认吊销")
  String revokeNow();

  @Message("密钥")
  String secret();

  @Message("只显示这一次，请马上复制并妥善保存。")
  String secretHint();

  @Message("复制")
  String copy();

  @Message("已复制")
  String copied();

  @Message("已保存，关闭")
  String stored();

  @Message("操作记录")
  String history();

  @Message("查看内容")
  String scopeRead();

  @Message("编辑内容")
  String scopeWrite();

  @Message("发布内容")
  String scopePublish();

  @Message("管理投放和关注者")
  String scopeFollow();

  @Message("管理 Webhook")
  String scopeHooks();

  @Message("管理密钥")
  String scopeKeys();

  @Message("查看操作记录")
  String scopeAudit();

  @Message("管理账号和设置")
  String scopeAdmin();

  @Message("审核和批注")
  String scopeReview();
}
