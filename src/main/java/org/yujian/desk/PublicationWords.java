package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about editions and articles, in Chinese; {@code
 * messages/publication_en.properties} has them in English.
 */
@MessageBundle(value = "publication", locale = "zh")
public interface PublicationWords {

  @Message("头条")
  String lead();

  @Message("有未发布的修改")
  String changed();

  @Message("加一篇文章")
  String addArticle();

  @Message("接下来")
  String whatNext();

  @Message("马上发布")
  String publishNow();

  @Message("发布的就是上面看到的内容。")
  String publishHint();

  @Message("定时发布")
  String schedule();

  @Message("发布时间")
  String at();

  @Message("定好时间")
  String scheduleNow();

  @Message("取消定时，继续修改")
  String unschedule();

  @Message("撤回")
  String withdraw();

  @Message("撤回，读者不再看到")
  String withdrawNow();

  @Message("重新发布")
  String republish();

  @Message("删除草稿")
  String deleteDraft();

  @Message("删除后不能恢复。")
  String deleteHint();

  @Message("删除")
  String deleteNow();

  @Message("导出")
  String export();

  @Message("原因")
  String reason();

  @Message("给读者的说明")
  String publicNote();

  @Message("内部备注")
  String internalNote();

  @Message("到时间没能发布：")
  String failedAt();

  @Message("标题和署名")
  String frontMatter();

  @Message("标题")
  String title();

  @Message("副标题")
  String subtitle();

  @Message("肩题")
  String kicker();

  @Message("摘要")
  String digest();

  @Message("留空则取正文开头。")
  String digestHint();

  @Message("作者")
  String author();

  @Message("来源")
  String source();

  @Message("正文")
  String body();

  @Message("保存")
  String save();

  @Message("已保存")
  String saved();

  @Message("正在保存…")
  String saving();

  @Message("有未保存的修改")
  String unsaved();

  @Message("连接不上服务器，修改保存在本机，连上后自动保存。")
  String kept();

  @Message("找回了上次没有保存的修改。")
  String restored();

  @Message("别人也改了这篇文章")
  String conflict();

  @Message("逐项选择保留哪一个，然后保存。")
  String conflictHint();

  @Message("我的")
  String mine();

  @Message("别人的")
  String theirs();

  @Message("手机预览")
  String preview();

  @Message("打开一个给别人也能看的预览链接。")
  String previewHint();

  @Message("发布更正")
  String correct();

  @Message("发布更正")
  String correctNow();

  @Message("更正类别")
  String correctionClass();

  @Message("和已发布的不同")
  String differences();

  @Message("和已发布的一样。")
  String noDifferences();

  @Message("历次版本")
  String revisions();

  @Message("还没有发布过。")
  String noRevisions();

  @Message("用这一版作草稿")
  String restore();

  @Message("原来")
  String before();

  @Message("现在")
  String after();

  @Message("已定时的内容不能修改，先取消定时。")
  String scheduledHint();

  @Message("修改会先存成草稿，发布更正后读者才看到。")
  String noDraft();

  @Message("放弃草稿")
  String discard();

  @Message("由 {who} 建立")
  String madeBy(String who);

  @Message("把“{title}”上移")
  String moveUp(String title);

  @Message("把“{title}”下移")
  String moveDown(String title);

  @Message("第 {rev} 版")
  String revision(int rev);

  @Message("封面")
  String cover();

  @Message("和前一版的不同")
  String differencesBefore();

  @Message("这是第一版。")
  String firstRevision();
}
