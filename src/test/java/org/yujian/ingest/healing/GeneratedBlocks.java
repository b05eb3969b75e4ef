package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Clean documents of the kinds an office writes: what each block is, before any export. */
final class GeneratedBlocks {

  /** Kinds of document. */
  enum Genre {
    NOTICE,
    LETTER,
    SPEECH,
    MINUTES,
    PRICES,
    SCHEDULE,
    NEWS,
    POLICY,
    INTERVIEW,
    RECRUITING,
    OBITUARY,
    POEM,
    TIPS,
    SCAN,
    PDF
  }

  /** One paragraph, item, label or line; only some are long enough to be cut. */
  record Block(String text, boolean cuttable) {}

  private final GeneratedText text;
  private final List<Block> blocks = new ArrayList<>();

  private GeneratedBlocks(Random random) {
    this.text = new GeneratedText(random);
  }

  static List<Block> of(Genre genre, Random random) {
    GeneratedBlocks document = new GeneratedBlocks(random);
    document.write(genre);
    return document.blocks;
  }

  private void write(Genre genre) {
    whole("# 关于" + text.object() + "的" + genre.name());
    switch (genre) {
      case NOTICE -> notice();
      case LETTER -> letter();
      case SPEECH -> speech();
      case MINUTES -> minutes();
      case PRICES -> prices();
      case SCHEDULE -> schedule();
      case POLICY -> policy();
      case INTERVIEW -> interview();
      case RECRUITING -> recruiting();
      case OBITUARY -> obituary();
      case POEM -> poem();
      case TIPS -> tips();
      case PDF -> report();
      default -> paragraphs(2, 6);
    }
  }

  private void whole(String... lines) {
    for (String line : lines) {
      blocks.add(new Block(line, false));
    }
  }

  private void cuttable(String line) {
    blocks.add(new Block(line, true));
  }

  private void paragraphs(int least, int most) {
    for (int i = text.number(least, most); i > 0; i--) {
      cuttable(text.paragraph());
    }
  }

  private void notice() {
    whole("各居民区、各有关单位：");
    cuttable("为" + text.clause() + "，现将有关事项通知如下：");
    sections(text.chance(50));
    labels();
    closing(text.any("特此通知", "特此通知。", "特此公告"));
  }

  /** Headings with and without a comma, each with a paragraph or a list. */
  private void sections(boolean commas) {
    for (int i = 1; i <= text.number(2, 4); i++) {
      whole(text.han(i) + "、" + (commas ? text.commaHead() : text.head()));
      cuttable(text.paragraph());
      if (text.chance(30)) {
        cuttable(text.sentence().replaceAll("[。！？]$", "，具体要求如下："));
        items(text.any("1. ", "1、", "（1）"));
      }
    }
  }

  /** Items of one list: all end in ； and the last in 。, all in 。, or none in anything. */
  private void items(String marker) {
    int style = text.number(0, 2);
    int count = text.number(3, 5);
    for (int i = 1; i <= count; i++) {
      String end = style == 0 ? (i == count ? "。" : "；") : style == 1 ? "。" : "";
      String number = marker.startsWith("①") ? Character.toString('①' + i - 1) : null;
      String begin = number == null ? marker.replace("1", String.valueOf(i)) : number + " ";
      cuttable(begin + text.action() + end);
    }
  }

  private void labels() {
    whole("联系人：" + text.name() + text.any("", "老师", "主任"));
    if (text.chance(60)) {
      whole(text.any("24小时服务热线：", "咨询电话（工作日）：", "联系电话：") + text.phone());
    }
    if (text.chance(40)) {
      whole("报名截止日期：" + text.day());
    }
    if (text.chance(40)) {
      cuttable("欢迎广大居民踊跃报名，" + text.clause() + "。");
    }
  }

  private void closing(String formula) {
    whole(formula, text.office(), text.date());
  }

  private void letter() {
    whole(text.any("亲爱的居民朋友：", "尊敬的家长：", "全体志愿者："));
    paragraphs(1, 3);
    cuttable("为此，我们向全体居民发出倡议，" + text.clause() + "，具体如下：");
    String[] points = text.any("是", "要").equals("是") ? words("%s是") : words("第%s，");
    for (int i = 0; i < text.number(2, 4); i++) {
      cuttable(points[i] + text.action() + "，" + text.clause() + text.any("。", "；", "。"));
    }
    cuttable("让我们携手同行，" + text.clause() + "，共建美好家园！");
    whole("此致", text.any("敬礼", "敬礼！"), text.office(), text.date());
  }

  private String[] words(String pattern) {
    String[] points = new String[5];
    for (int i = 0; i < points.length; i++) {
      points[i] = String.format(Locale.ROOT, pattern, text.han(i + 1));
    }
    return points;
  }

  private void speech() {
    whole(text.any("同志们：", "各位领导、各位来宾：", "尊敬的各位代表、同志们："));
    cuttable(text.paragraph());
    cuttable("下面，我代表" + text.office() + "讲三点意见。");
    sections(true);
    if (text.chance(50)) {
      whole("（掌声）");
    }
    if (text.chance(50)) {
      whole("同志们：");
      cuttable(text.paragraph());
    }
    whole("谢谢大家！");
  }

  private void minutes() {
    whole("时间：" + text.date() + "上午9：30", "地点：三楼会议室", "主持人：" + text.name());
    cuttable("出席人员：" + text.name() + "、" + text.name() + "、" + text.name() + "、" + text.name());
    paragraphs(1, 2);
    cuttable("会议议定事项如下：");
    for (int i = 1; i <= text.number(2, 4); i++) {
      cuttable(text.han(i) + "、关于" + text.object() + "。" + text.sentence());
    }
    whole("记录人：" + text.name());
  }

  private void prices() {
    cuttable(text.sentence());
    boolean spaced = text.chance(60);
    if (spaced) {
      whole("品名  等级  单价  产地");
    }
    for (int i = text.number(3, 6); i > 0; i--) {
      String price = text.number(1, 30) + "." + text.number(0, 9) + "元";
      String grade = text.any("一级", "二级");
      whole(
          spaced
              ? text.goods() + "  " + grade + "  " + price + "  " + text.place()
              : text.goods() + "｜" + grade + "｜" + price);
    }
    cuttable("以上价格由" + text.office() + "采集，仅供参考，实际以摊位标价为准。");
    whole("投诉电话：12345");
  }

  private void schedule() {
    cuttable(text.sentence().replaceAll("[。！？]$", "，具体安排如下："));
    int hour = 8;
    String separator = text.any(" ", "  ", "　");
    for (int i = text.number(3, 6); i > 0; i--) {
      whole(hour++ + text.any(":00", ":30", "：00", "：15") + separator + text.event());
    }
    cuttable(text.paragraph());
    labels();
  }

  private void policy() {
    whole("第一章 总则");
    for (int i = 1; i <= 3; i++) {
      cuttable("第" + text.han(i) + "条 " + text.sentence());
    }
    whole("第二章 " + text.head());
    cuttable("第四条 申请人应当符合下列条件：");
    for (int i = 1; i <= 3; i++) {
      cuttable("（" + text.han(i) + "）" + text.action() + (i == 3 ? "。" : "；"));
    }
    cuttable("第五条 " + text.sentence());
  }

  private void interview() {
    boolean letters = text.chance(50);
    String asks = letters ? "问：" : "记者：";
    String answers = letters ? "答：" : text.name() + "：";
    paragraphs(0, 1);
    for (int i = text.number(2, 4); i > 0; i--) {
      cuttable(asks + text.clause() + "，有哪些新的举措？");
      cuttable(answers + text.paragraph());
    }
  }

  private void recruiting() {
    cuttable("因工作需要，" + text.office() + "面向社会公开招聘，现将有关事项公告如下：");
    whole("一、招聘岗位");
    cuttable(text.sentence());
    whole("二、报名条件");
    cuttable("应聘人员应当具备以下条件：");
    items(text.any("1. ", "1、", "①"));
    whole("三、报名方式");
    labels();
    closing("特此公告");
  }

  private void obituary() {
    String name = text.name();
    cuttable(
        "中国共产党优秀党员、原" + text.office() + "主任" + name + "同志因病医治无效，于" + text.date() + "在上海逝世，享年86岁。");
    cuttable(name + "同志一生忠于党、忠于人民，" + text.clause() + "，深受干部群众的爱戴。");
    cuttable("遗体告别仪式定于" + text.day() + "上午9时在龙华殡仪馆举行。");
    whole("特此讣告", name + "同志治丧小组", text.date());
  }

  private void poem() {
    paragraphs(1, 2);
    for (int i = 0; i < text.number(1, 2); i++) {
      for (int line = text.number(4, 7); line > 1; line--) {
        whole(text.verse());
      }
      whole(text.verse() + "。");
    }
    paragraphs(1, 2);
  }

  private void tips() {
    cuttable(text.sentence().replaceAll("[。！？]$", "，请大家注意以下几点："));
    items(text.any("1. ", "1、", "（1）", "①"));
    cuttable(text.any("祝大家度过一个平安祥和的假期，", "如有疑问请及时与居委会联系，") + text.clause() + "。");
  }

  private void report() {
    cuttable(text.paragraph());
    sections(text.chance(50));
    paragraphs(1, 2);
  }
}
