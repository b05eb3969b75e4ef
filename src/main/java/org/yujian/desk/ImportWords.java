package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about imports, in Chinese; {@code messages/imports_en.properties} has them in
 * English.
 */
@MessageBundle(value = "imports", locale = "zh")
public interface ImportWords {

  @Message("文件")
  String file();

  @Message("Word、WPS、PDF、网页、Markdown、纯文本，或带图片的压缩包；可选多个，也可拖到这里，或直接粘贴内容。每个不超过 20 MB。")
  String fileHint();

  @Message("发布到")
  String account();

  @Message("按文档里的关注行决定")
  String byDocument();

  @Message("用逗号分开")
  String tagHint();

  @Message("导入后马上发布")
  String publishAtOnce();

  @Message("上传进度")
  String progress();

  @Message("导入")
  String begin();

  @Message("导入后会列出文档里值得看一眼的地方，被分页或图片截断又接上的句子可以一处一处撤销。")
  String afterwards();

  @Message("粘贴的内容")
  String pasted();

  @Message("多个文档")
  String several();

  @Message("已导入")
  String stateDone();

  @Message("没有导入")
  String stateRefused();

  @Message("等待中")
  String stateWaiting();

  @Message("再导入一份")
  String another();

  @Message("查看这一期")
  String openEdition();

  @Message("请看一眼")
  String findings();

  @Message("修改")
  String edit();

  @Message("读者看到的样子")
  String asReaders();

  @Message("没有接合的段落。")
  String noJoins();

  @Message("文章在导入后改过，接合处不再显示。")
  String changedSince();

  @Message("箭头处原来是断开的。点箭头就分成两段，这份文档再来时也不会再接。")
  String joinsHint();

  @Message("手机上的样子")
  String onPhone();

  @Message("新建")
  String resultCreated();

  @Message("更新")
  String resultUpdated();

  @Message("有新有旧")
  String resultMixed();

  @Message("没有变化")
  String resultUnchanged();

  @Message("已处理 {done} / {total}")
  String doneOf(int done, int total);

  /** A script puts the number of documents in the place of {@code #}. */
  @Message("已处理 # / {total}")
  String progressText(int total);

  @Message("{number} 篇文章")
  String articlesFound(int number);

  @Message("查看第 {number} 期")
  String openEditionNumber(int number);

  @Message("第 {number} 篇")
  String articleNumber(int number);

  @Message("第 {line} 行")
  String lineNumber(int line);

  @Message("{number} 字")
  String characters(int number);

  @Message("{number} 处接合")
  String joins(int number);

  @Message("原文第 {left} 行和第 {right} 行接在一起")
  String joinOf(int left, int right);

  @Message("把原文第 {left} 行和第 {right} 行分开")
  String undoJoin(int left, int right);

  @Message("还有 {number} 条说明")
  String notes(int number);
}
