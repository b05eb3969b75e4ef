package org.yujian.ops;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yujian.shared.text.Sha256;

/**
 * A document that no other one resembles, with what has to come of it. Every tenth is too long for
 * one edition, every third stays a draft.
 *
 * @param number what makes it unique
 */
record GeneratedDocument(int number) {
  private static final List<String> ACCOUNTS = List.of("甲街道发布", "乙学校", "丙园区");

  boolean publish() {
    return number % 3 != 0;
  }

  boolean tagged() {
    return number % 4 == 0;
  }

  String fileName() {
    return "document-" + number + ".txt";
  }

  int size() {
    return number % 10 == 0 ? 9 : 1 + number % 3;
  }

  /** The titles of its articles, in order. */
  List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (int i = 1; i <= size(); i++) {
      titles.add("第" + number + "号文件之" + i);
    }
    return titles;
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    String account = ACCOUNTS.get(number % ACCOUNTS.size());
    text.append("扫描二维码，关注“").append(account).append("”\n\n");
    for (String title : titles()) {
      text.append("# ").append(title).append("\n## ").append(subtitle(title)).append("\n\n");
      text.append(String.join("\n\n", paragraphs(title))).append("\n（党群办）\n\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** By the definition in the contract, not by the program's code. */
  String canonicalSha256(String title) {
    String body = String.join("\n", paragraphs(title));
    return Sha256.hex(String.join("\n", title, subtitle(title), body, "党群办"));
  }

  private static String subtitle(String title) {
    return title + "的副题";
  }

  private static List<String> paragraphs(String title) {
    return List.of(
        title + "的第一段，说的是社区里的一件事。",
        title + "的第二段。" + "居民们一起商量，事情就办成了。".repeat(60),
        title + "到此为止。");
  }
}
