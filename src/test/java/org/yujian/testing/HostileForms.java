package org.yujian.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Import forms: whole with strange documents and fields, or damaged anywhere. */
final class HostileForms {
  private static final List<String> DOCUMENTS =
      List.of(
          "# 标题\n\n正文一段。（党群办）\n",
          "扫描二维码 关注“账号甲”\n\n# 标题 " + "长".repeat(80) + "\n\n正文，\n\n后半。\n",
          "没有标题的一段。\n",
          "# a\n# b\n# c\n# d\n# e\n# f\n# g\n# h\n# i\n# j\n",
          "# \n\n\n",
          "关注“”\n# x\n“".repeat(20),
          "# x\n|a|b|\n|a|b|\n\u0001\u0002\u000b",
          "# \uD83D\uDE00\n\uFEFF\u200D\u202E反\u0000字。\n",
          "# 甲\n" + "很长，".repeat(3_000),
          "\u00ff\u00fe#\u0000",
          "");

  private final Random random;
  private final HostileTarget target;

  HostileForms(Random random, HostileTarget target) {
    this.random = random;
    this.target = target;
  }

  String make() {
    if (random.nextInt(4) == 0) {
      return pick(HostileValues.FORMS);
    }
    String form = whole();
    int at = random.nextInt(form.length());
    int end = at + random.nextInt(form.length() - at);
    return switch (random.nextInt(12)) {
      case 0 -> form.substring(0, at);
      case 1 -> form.substring(0, at) + form.substring(end);
      case 2 -> form.substring(0, end) + form.substring(at);
      case 3 -> form.substring(0, at) + (char) random.nextInt(256) + form.substring(at + 1);
      case 4 -> form.replace("\r\n", "\n");
      default -> form;
    };
  }

  private String whole() {
    StringBuilder form = new StringBuilder();
    String name = pick(List.of("a.txt", "a.md", "a.exe", "", "..%2fa", "a\u00e9.TXT", "a;b.txt"));
    part(form, "name=\"file\"; filename=\"" + name + "\"", pick(DOCUMENTS));
    field(form, "account", target.names("/accounts", "{id}"));
    field(form, "tag", target.names("/tags", "{slug}"));
    field(form, "publish", List.of("true", "false", "yes"));
    field(form, "force", List.of("true", "false"));
    field(form, "updates", target.names("/articles", "{id}"));
    return form.append("--x--\r\n").toString();
  }

  private void field(StringBuilder form, String name, List<String> good) {
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean odd = random.nextInt(6) == 0;
      String value = odd ? pick(HostileValues.VALUES) : pick(good);
      part(form, "name=\"" + name + "\"", value);
    }
  }

  private static void part(StringBuilder form, String disposition, String content) {
    byte[] utf8 = content.getBytes(StandardCharsets.UTF_8);
    form.append("--x\r\nContent-Disposition: form-data; ")
        .append(disposition)
        .append("\r\n\r\n")
        .append(new String(utf8, StandardCharsets.ISO_8859_1))
        .append("\r\n");
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
