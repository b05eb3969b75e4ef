package org.yujian.search.question;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that make a sentence a question and tell nothing about what is sought. Complete in no
 * sense: a missing one costs a little weight, a wrong one a word of somebody's question.
 */
final class QuestionWords {
  /** Words of the segmentation that are tried together, for 有没有 or 怎么办. */
  static final int MOST_TOKENS = 4;

  private static final Set<String> CHINESE =
      words(
          """
          怎么 怎么办 怎么样 怎么走 怎么去 怎么回事 怎样 如何 如何才能 怎么才能 怎能 咋 咋办 咋样 什么 什么是 是什么
          什么样 什么时候 什么时间 什么地方 什么叫 有什么 要什么 为什么 为何 为啥 啥 是啥 啥是 啥时候 哪 哪里 哪儿 哪个
          哪些 哪种 哪位 哪家 哪天 哪年 哪有 有哪些 在哪 在哪里 在哪儿 去哪 去哪里 去哪儿 到哪里 谁 谁是 是谁 何时 何处
          吗 呢 吧 啊 呀 嘛 么 哦 啦 可以 可不可以 是否 能否 可否 能不能 是不是 会不会 要不要 有没有 有无 没有
          请问 请教 想问 想问问 问一下 想知道 我想 我想问 我要 我想要 想要 帮我 告诉我 谢谢 你好 您好
          多少 多少钱 多久 多长时间 多大 多高 多远 多长 几点 几点钟 几号 几个 几次 几天 几岁 几月 第几
          的 了 关于 对于 有关 一下 需要 应该 应当 怎么弄 怎么搞 怎么用 怎么算
          什么东西 哪些东西 我们 你们 他们 咱们 我家 几月份
          """);

  /** Only dropped where a run begins or between known words: names have them, too (颐和园). */
  private static final Set<String> PARTICLES =
      words(
          "是 在 有 去 到 要 能 该 就 都 也 还 和 与 或 及 把 被 给 让 从 由 我 你 您 他 她 这 那 个 想 用 来 办 对 为 又 才 很 地 得 着 过 之 请 求 几");

  /** Particles that begin something new behind a known word: 老人想做…, 小学要带…. */
  private static final Set<String> VERBS = words("是 在 有 去 要 能 该 想");

  private static final Set<String> ENGLISH =
      words(
          """
          how what where when which who whom whose why is are was were be been am do does did can could
          should would will shall may might must the a an of in on at to for from by with about and or
          i me my we our you your it its he she they them their this that these those there here please
          tell show find get any some much many s t
          """);

  private QuestionWords() {}

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  static boolean isEnglish(String word) {
    return ENGLISH.contains(word);
  }

  /**
   * How many words from here on are one question word.
   *
   * @param words the words of a run of Chinese
   */
  static int at(List<String> words, int from) {
    for (int to = Math.min(words.size(), from + MOST_TOKENS); to > from; to--) {
      if (CHINESE.contains(String.join("", words.subList(from, to)))) {
        return to - from;
      }
    }
    String word = words.get(from);
    if (!PARTICLES.contains(word)) {
      return 0;
    }
    boolean first = from == 0 || CHINESE.contains(words.get(from - 1));
    boolean dropped =
        first || isKnown(words, from - 1) && (VERBS.contains(word) || isKnown(words, from + 1));
    return dropped ? 1 : 0;
  }

  private static boolean isKnown(List<String> words, int i) {
    return i >= words.size()
        || words.get(i).codePointCount(0, words.get(i).length()) > 1
        || CHINESE.contains(words.get(i));
  }
}
