package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chinese text as public offices write it: chosen phrases in the order of real sentences. */
final class Prose implements Writing {
  private static final String[] WHEN = {
    "近日",
    "昨天上午",
    "本周三",
    "从本月起",
    "今年以来",
    "入冬以后",
    "国庆假期里",
    "上周末",
    "清晨六点半",
    "雨停以后",
    "开学第一周",
    "据气象部门预计，周五夜间",
    "去年同期",
    "晚饭过后",
    "施工期间",
    "自十二月一日起"
  };
  private static final String[] WHERE = {
    "梧桐路东段", "柳荫社区", "滨河公园", "老菜场二楼", "晨光小学", "区图书馆", "第三人民医院", "南门地铁站",
    "丁家巷", "文化馆小剧场", "桥北片区", "高新园区", "渔港码头", "古城墙下", "青年公寓", "镇便民服务中心"
  };
  private static final String[] WHO = {
    "街道城建办", "社区工作人员", "物业公司", "张阿婆和邻居们", "志愿服务队", "交警大队", "家长代表", "老师傅李建国",
    "卫生服务站的医生", "供水公司", "二十多名大学生", "返乡的年轻人", "图书馆员小周", "居民议事会", "消防站", "农技专家"
  };
  private static final String[] HOW = {
    "挨家挨户", "按照计划", "冒着小雨", "连续两个月", "第一次", "在现场", "通过热线", "会同有关部门", "利用休息时间", "分三批", "免费", "提前两天",
    "用方言", "反复", "当场", "逐项"
  };
  private static final String[] DID = {
    "更换了", "征集到", "整理出", "检查了", "开放了", "发放了", "修好了", "讲解了", "公示了", "登记了", "改造了", "清理了", "增设了",
    "记录下", "调整了", "验收了"
  };
  private static final String[] WHAT = {
    "126 条意见，其中采纳了 97 条",
    "老旧小区的楼道灯",
    "十二处无障碍坡道",
    "一批新到的绘本和少儿读物",
    "供暖管道和阀门",
    "公交 21 路的临时站点",
    "秋冬季流感疫苗的接种安排",
    "河道两岸的步道和座椅",
    "儿童活动角的软垫",
    "“一刻钟生活圈”的服务清单",
    "3,200 册捐赠的旧书",
    "菜价、产地和快检结果",
    "雨水井与窨井盖",
    "独居老人的联系卡",
    "夜间停车的规则",
    "社区食堂的菜单"
  };
  private static final String[] AND = {
    "需要办理的居民请带上身份证原件。",
    "咨询电话工作日 8:30—17:30 有人接听。",
    "效果如何，还要看接下来一个冬天。",
    "“以前下雨天要踩着砖头走，现在推着轮椅也能进来。”",
    "相关费用由专项资金承担，居民不用出钱。",
    "请过往车辆绕行，注意现场标志。",
    "名单将在公告栏公示七天。",
    "报名满三十人即止，先到先得。",
    "这件小事，大家等了四年。",
    "下一步还会听取更多人的想法。"
  };
  private static final String[] HEADING = {
    "怎么办理", "什么时候来", "大家怎么说", "背景", "接下来", "需要注意", "时间和地点", "温馨提示"
  };
  private static final String[] TITLE = {
    "施工提示", "开放时间调整", "公示", "这样办", "有新变化", "报名开始", "答居民问", "一线见闻", "故事", "服务清单", "冬日行动", "回头看"
  };
  private static final String[] ACCOUNT = {
    "社区", "小学", "图书馆", "街道", "医院", "文化馆", "公交", "供水", "消防", "农技站", "博物馆", "志愿者"
  };

  private final Random random;

  Prose(Random random) {
    this.random = random;
  }

  @Override
  public String title() {
    return one(WHERE)
        + one(TITLE)
        + (random.nextInt(3) == 0 ? "：" + one(WHO) + one(HOW) + "在做" : "");
  }

  @Override
  public String source() {
    return one(WHO);
  }

  /** The name of the number-th account; all are different. */
  static String account(int number) {
    int names = WHERE.length * ACCOUNT.length;
    String name = WHERE[number % WHERE.length] + ACCOUNT[number / WHERE.length % ACCOUNT.length];
    return number < names ? name : name + (number / names + 1) + "号";
  }

  static String tag(int number) {
    int names = HEADING.length * TITLE.length;
    String name = TITLE[number % TITLE.length] + HEADING[number / TITLE.length % HEADING.length];
    return number < names ? name : name + (number / names + 1);
  }

  /** 60 to about 3,000 characters. */
  @Override
  public List<String> paragraphs() {
    int count = 2 + (int) Math.exp(random.nextDouble() * 3);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (i > 1 && random.nextInt(4) == 0) {
        all.add("# " + one(HEADING));
      }
      StringBuilder paragraph = new StringBuilder();
      int sentences = 1 + random.nextInt(4);
      for (int s = 0; s < sentences; s++) {
        paragraph.append(sentence());
      }
      all.add(paragraph.toString());
    }
    return all;
  }

  private String sentence() {
    String sentence =
        one(WHEN) + "，" + one(WHERE) + one(WHO) + one(HOW) + one(DID) + one(WHAT) + "。";
    return random.nextInt(3) == 0 ? sentence + one(AND) : sentence;
  }

  private String one(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
