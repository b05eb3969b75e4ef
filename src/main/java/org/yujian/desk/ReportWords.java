package org.yujian.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * The texts of the page with reports, in Chinese; {@code messages/report_en.properties} has them in
 * English.
 */
@MessageBundle(value = "report", locale = "zh")
public interface ReportWords {

  @Message("筛选")
  String filter();

  @Message("开始日期")
  String from();

  @Message("结束日期")
  String to();

  @Message("账号")
  String account();

  @Message("查看")
  String show();

  @Message("按 {zone} 时间划分日期，最多 366 天。")
  String zone(String zone);

  @Message("扫码")
  String scans();

  @Message("关注")
  String follows();

  @Message("每日扫码次数")
  String scansTitle();

  @Message("每日关注变化")
  String followsTitle();

  @Message("{from} 至 {to}：打开页面 {opened} 次，应用内扫码 {scanned} 次。")
  String scansText(LocalDate from, LocalDate to, long opened, long scanned);

  @Message("{from} 至 {to}：新增关注 {follows} 人，减少 {gone} 人。")
  String followsText(LocalDate from, LocalDate to, long follows, long gone);

  @Message("打开页面")
  String opened();

  @Message("应用内扫码")
  String scanned();

  @Message("新增关注")
  String followed();

  @Message("关注减少")
  String gone();

  @Message("数据表")
  String numbers();

  @Message("日期")
  String day();

  @Message("各投放扫码次数")
  String byPlacement();

  @Message("新增关注 {count} 人")
  String newFollows(long count);

  @Message("只列出扫码最多的 {count} 处，完整数据见 CSV。")
  String most(int count);

  @Message("这段时间没有扫码。")
  String nothing();

  @Message("下载 CSV")
  String csv();
}
