package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the search page, in Chinese; {@code messages/finding_en.properties} has them in
 * English.
 */
@MessageBundle(value = "finding", locale = "zh")
public interface SearchWords {

  @Message("搜索")
  String title();

  @Message("搜索词")
  String words();

  @Message("搜索")
  String find();

  @Message("搜索草稿、已发布和已撤回的文章。引号内的词作为整体查找。")
  String hint();

  @Message("没有可以搜索的词。请输入 1 到 200 个字符、至多 16 个词。")
  String noWords();

  @Message("没有找到。")
  String none();

  @Message("这一部分文章里没有找到，请看下一页。")
  String noneYet();

  @Message("范围")
  String copies();

  @Message("全部")
  String all();

  @Message("草稿")
  String draft();

  @Message("已发布")
  String live();

  @Message("已撤回")
  String withdrawn();

  @Message("搜索结果")
  String results();
}
