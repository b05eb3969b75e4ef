package org.yujian.ingest.healing;

import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/** Recognizes set phrases of letters, notices and speeches, which are never joined. */
final class Formula {

  private static final String BLANK = Label.SPACE + "{0,6}";

  /** 此致, 敬礼, 特此通知, 以上报告，请审阅。 */
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?:此B致|敬B[礼禮]|此致[，,]?敬[礼禮]|[专專]此|此[复復]|此令|[顺順][颂頌].{1,6}".replace("B", BLANK)
              + "|(?i:(?:kind|best|warm) (?:regards|wishes)|(?:yours )?sincerely|yours (?:truly|faithfully))[,，]"
              + "|特此(?:[郑鄭]重)?\\p{IsHan}{2}"
              + "|(?:以上(?:[报報]告|意[见見]|[请請]示|[说說]明)?|妥否|可否|[当當]否|是否妥[当當])[，,]?[请請](?:予)?(?:批示|批[复復]|[审審][议議]|[审審][阅閱]|批准|指示|[审審]批))"
              + "[。！!.]?");

  private static final String ADDRESSED =
      "(?:(?:尊敬|[亲親][爱愛]|敬[爱愛])的)?(?:各位|全[体體])?[\\p{IsHan}]{0,6}?"
          + "(?:[们們]|[来來][宾賓]|嘉[宾賓]|代表|委[员員]|[领領][导導]|朋友|同志|家[长長]|居民|市民|[业業]主|[师師]生|同[学學]|[战戰]友|[专專]家)";

  /** 同志们： 各位领导、各位来宾： */
  private static final Pattern SALUTATION =
      Pattern.compile(ADDRESSED + "(?:[，、, ]" + ADDRESSED + ")*[：:！!]");

  /** 校长对同学们： introduces direct speech. */
  private static final Pattern TOLD_TO = Pattern.compile("[对對向跟[给給]和与與]");

  /** （掌声） （热烈鼓掌） */
  private static final Pattern STAGE =
      Pattern.compile("[（(](?:全[场場]|[热熱]烈|[长長][时時][间間])?(?:的)?(?:掌[声聲]|鼓掌|笑[声聲]|[欢歡]呼).{0,12}[）)]");

  /** Hi 朋友们， at the beginning of a letter. */
  private static final Pattern GREETING =
      Pattern.compile(
          "(?:(?:Hi|Hello|Dear|Hey|嗨|哈[喽嘍]|[亲親][爱愛]的|尊敬的|各位)[ ，,]?)\\p{IsHan}{0,8}[，,]"
              + "|Dear [\\p{Alpha}. ]{2,30}[,，]",
          Pattern.CASE_INSENSITIVE);

  private Formula() {}

  static boolean isGreeting(String text) {
    return Glyph.isAtMost(text, Shape.SHORT) && GREETING.matcher(text).matches();
  }

  static boolean isClosing(String text) {
    return Glyph.isAtMost(text, Shape.SHORT) && CLOSING.matcher(text).matches();
  }

  static boolean isSalutation(String text) {
    return Glyph.isAtMost(text, Shape.SHORT)
        && SALUTATION.matcher(text).matches()
        && !TOLD_TO.matcher(text).find();
  }

  static boolean isStageDirection(String text) {
    return Glyph.isAtMost(text, Shape.SHORT) && STAGE.matcher(text).matches();
  }
}
