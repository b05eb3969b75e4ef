package org.yujian.ingest.healing;

import java.util.Random;

/** Chinese office prose put together from parts: sentences, names, items, times and prices. */
final class GeneratedText {

  private static final String[] OFFICES = {
    "豫园街道", "区民政局", "街道党工委", "福佑居民区", "社区卫生服务中心", "区教育局", "综合网格党支部", "物业服务企业", "社区文化活动中心", "豫园小学"
  };
  private static final String[] VERBS = {
    "组织开展", "深入推进", "全面部署", "认真落实", "统筹安排", "持续优化", "广泛宣传", "重点排查", "协调解决", "及时公布"
  };
  private static final String[] OBJECTS = {
    "老旧小区加装电梯工作",
    "夏季防汛安全隐患排查",
    "生活垃圾分类志愿服务",
    "“一网统管”平台建设",
    "《文明公约》学习宣传活动",
    "社区食堂和助餐点的运营管理",
    "非机动车停放秩序整治",
    "困难群众帮扶救助",
    "青少年暑期托管服务",
    "楼道堆物清理专项行动",
    "居民议事会（扩大）会议",
    "基层减负增效各项措施"
  };
  private static final String[] RESULTS = {
    "得到居民一致好评",
    "取得阶段性成效",
    "居民满意度明显提升",
    "为群众办成了一批实事",
    "形成了齐抓共管的工作格局",
    "进一步擦亮了治理品牌",
    "有效破解了停车难问题",
    "惠及居民两千余户",
    "累计服务老人1,280人次",
    "完成率达到96.5%"
  };
  private static final String[] LINKS = {
    "近日，", "据了解，", "在活动现场，", "下一步，", "会议强调，", "与此同时，", "今年以来，", "", "", ""
  };
  private static final String[] MIDDLES = {
    "坚持问题导向，", "聚焦急难愁盼，", "结合工作实际，", "按照统一部署，", "在广泛征求意见的基础上，", "通过入户走访、座谈交流等形式，", "", ""
  };
  private static final String[] ENDS = {"。", "。", "。", "。", "。", "！", "？"};
  private static final String[] ACTIONS = {
    "携带本人身份证原件和复印件到窗口办理登记",
    "不在楼道内停放电动自行车或者为电池充电",
    "外出时主动告知家长去向和返回时间",
    "按时报送活动方案和参加人员名单",
    "定期检查燃气软管和阀门是否老化",
    "自觉遵守现场秩序，服从工作人员引导",
    "遇到紧急情况立即拨打报警电话求助",
    "如实填写申请表并由本人签字确认",
    "家中老人由子女陪同参加体检",
    "积极参与社区组织的清洁家园行动"
  };
  private static final String[] HEADS = {
    "工作目标", "活动时间和地点", "主要任务", "组织领导", "有关要求", "报名方式", "参加对象", "保障措施", "总体要求", "申请条件"
  };
  private static final String[] COMMA_HEADS = {
    "提高认识，增强责任感", "突出重点，打好攻坚战", "加强领导，确保出实效", "坚持党建引领，凝聚治理合力", "强化宣传，营造良好氛围", "明确时间，分步实施"
  };
  private static final String[] NAMES = {"张建国", "李明", "王芳", "赵敏", "陈志远", "周慧", "钱勇", "孙丽"};
  private static final String[] VERSES = {
    "弄堂口的梧桐又绿了",
    "风从江边慢慢吹来",
    "老人坐在藤椅上",
    "把往事一遍遍说起",
    "孩子们跑过石板路",
    "笑声落在窗台",
    "灯一盏一盏亮了",
    "等归来的人",
    "春天住在这条街上",
    "从来没有离开"
  };
  private static final String[] GOODS = {"青菜", "黄瓜", "西红柿", "土豆", "鸡蛋", "大米", "豆腐", "猪肉"};
  private static final String[] PLACES = {"崇明", "山东", "本地", "浙江", "云南"};
  private static final String[] EVENTS = {
    "签到", "开幕式", "领导致辞", "主题报告：基层治理的实践", "茶歇", "分组讨论、交流发言", "文艺演出", "总结讲话", "参观社区食堂"
  };

  private final Random random;

  GeneratedText(Random random) {
    this.random = random;
  }

  String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int number(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String clause() {
    return any(MIDDLES) + any(VERBS) + any(OBJECTS);
  }

  String sentence() {
    StringBuilder text = new StringBuilder(any(LINKS)).append(any(OFFICES)).append(clause());
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append("，").append(clause());
    }
    return text.append("，").append(any(RESULTS)).append(any(ENDS)).toString();
  }

  String paragraph() {
    StringBuilder text = new StringBuilder();
    for (int i = number(1, 4); i > 0; i--) {
      text.append(sentence());
    }
    if (chance(15)) {
      text.append(any(NAMES)).append("说：“").append(any(RESULTS)).append("，我们都很高兴。”");
    }
    return text.toString();
  }

  String action() {
    return any(ACTIONS);
  }

  String head() {
    return any(HEADS);
  }

  String commaHead() {
    return any(COMMA_HEADS);
  }

  String name() {
    return any(NAMES);
  }

  String office() {
    return any(OFFICES);
  }

  String object() {
    return any(OBJECTS);
  }

  String result() {
    return any(RESULTS);
  }

  String verse() {
    return any(VERSES);
  }

  String goods() {
    return any(GOODS);
  }

  String place() {
    return any(PLACES);
  }

  String event() {
    return any(EVENTS);
  }

  String date() {
    return "2025年" + number(1, 12) + "月" + number(1, 28) + "日";
  }

  String day() {
    return number(1, 12) + "月" + number(1, 28) + "日";
  }

  String phone() {
    return "021-632" + number(10_000, 99_999);
  }

  String han(int number) {
    return "〇一二三四五六七八九十".substring(number, number + 1);
  }
}
