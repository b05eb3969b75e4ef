package org.yujian.ingest.healing;

import java.util.regex.Pattern;

/** Recognizes words that open a paragraph, for lines that could also be the rest of an item. */
final class Opening {

  private static final int REACH = 24;

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:近日|日前|近期|近年[来來]|今年|去年|[当當]天|[当當]日|[当當]前|目前|截至|截止|[据據]悉|[据據]了解|[会會][议議]|[会會]上|[会會]前|[会會]后"
              + "|[会會]後|活[动動]|[现現][场場]|[随隨][后後]|接下[来來]|下一步|下一[阶階]段|下一[个個]|未[来來]|最[后後]|[与與]此同[时時]|同[时時][，,]"
              + "|此外|另外|其[间間]|期[间間]|[为為]|一直以[来來]|[长長]期以[来來]|今[后後]|[记記]者|[来來]自|作[为為]|[围圍][绕繞]|首先|其次|再次"
              + "|本次|此次|本[办辦]法|本[规規]定|本公[约約]|本通知|本公告|以上|上述|整[个個]|[请請]|[敬恭][请請]|[欢歡]迎|如有|如需|如遇|若|凡|望|希望"
              + "|各[单單]位|各居民|各部[门門]|各位|特此|[届屆][时時]|逾期|[让讓]我[们們]|未[尽盡]|[联聯]系|咨[询詢]|同志[们們]|祝|[谢謝][谢謝]|有[关關]|[详詳]情"
              + "|名[额額]|我[们們]|感[谢謝]|附件|注[：:]|[备備]注)");

  private static final Pattern TIME =
      Pattern.compile("(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号號]|\\d{4}年(?!度)|[上下]午|昨日|今日|昨天|今天");

  /** Words that begin a sentence before a list (为…，现将有关事项通知如下：), not a subheading. */
  private static final String SENTENCE = "[为為因]|根[据據]|按照|近日|今年|[经經]";

  static final Pattern BEFORE_LIST = Pattern.compile(SENTENCE);

  /** Words that begin a sentence, not a heading or an item. */
  static final Pattern OF_SENTENCE = Pattern.compile(SENTENCE + "|在|以上|上述|本次|此次|如有|如需|如遇|祝|凡");

  private Opening() {}

  /** Whether the text begins with words, or a time, that open a paragraph. */
  static boolean isIn(CharSequence text) {
    CharSequence start = text.subSequence(0, Math.min(text.length(), REACH));
    return WORDS.matcher(start).lookingAt() || TIME.matcher(start).lookingAt();
  }
}
