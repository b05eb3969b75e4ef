package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of pages about follow targets and their codes, in Chinese; {@code
 * messages/codes_en.properties} has them in English.
 */
@MessageBundle(value = "codes", locale = "zh")
public interface CodeWords {

  @Message("本站账号")
  String account();

  @Message("外部账号")
  String outside();

  @Message("{count} 个在用的二维码")
  String active(long count);

  @Message("缺少二维码")
  String needsImage();

  @Message("还没有关注对象。")
  String none();

  @Message("添加外部账号")
  String make();

  @Message("文章里提到、但不在本站的账号。读者扫码后打开这里填的网址。")
  String outsideHint();

  @Message("名称")
  String name();

  @Message("网址")
  String url();

  @Message("以 http:// 或 https:// 开头。二维码按网址生成。")
  String urlHint();

  @Message("二维码图片")
  String picture();

  @Message("没有网址时，填图片库中的图片地址。")
  String pictureHint();

  @Message("添加")
  String add();

  @Message("修改")
  String change();

  @Message("保存")
  String save();

  @Message("{name}的二维码")
  String code(String name);

  @Message("投放")
  String placements();

  @Message("每处投放有自己的二维码，统计时能看出读者从哪里来。")
  String placementsHint();

  @Message("还没有投放。")
  String noPlacements();

  @Message("新建投放")
  String newPlacement();

  @Message("投放名称")
  String label();

  @Message("形式")
  String medium();

  @Message("印刷品")
  String mediumPrint();

  @Message("屏幕")
  String mediumScreen();

  @Message("网页")
  String mediumPage();

  @Message("合作方")
  String mediumPartner();

  @Message("摆放地点")
  String place();

  @Message("场景标识")
  String scene();

  @Message("统计中使用，创建后不能修改。留空则自动生成。")
  String sceneHint();

  @Message("结束时间")
  String endsAt();

  @Message("留空则长期有效。")
  String endsAtHint();

  @Message("新建")
  String create();

  @Message("默认二维码")
  String standard();

  @Message("在用")
  String inUse();

  @Message("已结束")
  String ended();

  @Message("长期有效")
  String permanent();

  @Message("有效期至 {time}")
  String until(String time);

  @Message("结束于 {time}")
  String endedAt(String time);

  @Message("下载")
  String download();

  @Message("二维码")
  String qr();

  @Message("海报")
  String poster();

  @Message("标签（A4 每页 12 枚）")
  String sheet();

  @Message("，{label}")
  String of(String label);

  @Message("打印预览")
  String preview();

  @Message("结束投放")
  String end();

  @Message("结束后扫码会看到已失效的提示，不能恢复。")
  String endHint();

  @Message("确认结束")
  String endNow();

  @Message("删除投放")
  String delete();

  @Message("投放会结束并从列表中移除，已有的统计数据保留。")
  String deleteHint();

  @Message("确认删除")
  String deleteNow();

  @Message("还没有设置对外网址（yujian.public-url），不能打印二维码。")
  String noPublicUrl();

  @Message("打印")
  String print();

  @Message("打印时选择“适合页面”，并关闭页眉和页脚。")
  String printHint();

  @Message("返回")
  String back();

  @Message("{name}的关注海报")
  String posterOf(String name);

  @Message("账号设置")
  String accountPage();
}
