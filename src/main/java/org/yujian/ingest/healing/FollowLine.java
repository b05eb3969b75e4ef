package org.yujian.ingest.healing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;
import org.yujian.shared.text.NameKeys;

/**
 * Recognizes a line that only says whom to follow (扫描二维码 关注“…”). The line may have courtesies (请,
 * 欢迎, 微信) and the kind of account (公众号, 视频号), but no sentence.
 */
final class FollowLine {

  private static final int LONGEST = 120;

  private static final int LONGEST_NAME = 64;

  private static final Pattern LINE =
      Pattern.compile(
          "(?:敬请|[请請]|[欢歡]迎|快[来來])?(?:使用|用|打[开開])?(?:微信)?(?:APP|App|app)?[\\s，,]*"
              + "(?:[扫掃](?:描|一[扫掃]|[码碼]|二[维維][码碼]|下方|上方)|[长長]按|[识識][别別])[^。！？!?；;“”\"「」『』]{0,30}?"
              + "[关關]注(?:我[们們]的?)?(?:微信)?(?:官方)?"
              + "(?:公[众眾]平[台臺]|公[众眾][号號]|[订訂][阅閱][号號]|服[务務][号號]|[视視][频頻][号號])?[\\s:：]*"
              + "(?:“([^“”]+)”|\"([^\"]+)\"|＂([^＂]+)＂|「([^「」]+)」|『([^『』]+)』)"
              + "[\\s]*[（(]?(?:微信|官方)*(?:公[众眾][号號]|公[众眾]平[台臺]|[订訂][阅閱][号號]|服[务務][号號]|[视視][频頻][号號])?[）)]?"
              + "[\\s]*[。！!]?");

  private FollowLine() {}

  /** Removes control characters, which documents may have (text direction) and names may not. */
  private static String plain(String quoted) {
    StringBuilder kept = new StringBuilder(quoted.length());
    quoted.chars().filter(c -> !NameKeys.isControl(c)).forEach(c -> kept.append((char) c));
    return Glyph.trim(kept.toString());
  }

  /** The whole line is in brackets: （扫描二维码，关注“甲”） */
  private static boolean isInBrackets(String line) {
    return !line.isEmpty()
        && Glyph.isOpeningBracket(line.charAt(0))
        && Sentence.openingBracket(line) == 0;
  }

  /** The name in quotes; null if the line does not say whom to follow. */
  static String name(String line) {
    if (line.length() > LONGEST || line.indexOf('注') < 0) {
      return null;
    }
    boolean stopped = "。！!".indexOf(line.charAt(line.length() - 1)) >= 0;
    int to =
        stopped && isInBrackets(line.substring(0, line.length() - 1))
            ? line.length() - 1
            : line.length();
    int from = isInBrackets(line.substring(0, to)) ? 1 : 0;
    Matcher matcher = LINE.matcher(line.replace('\u3000', ' ').replace('\u00A0', ' '));
    matcher.region(from, to - from);
    if (!matcher.matches()) {
      return null;
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        String name = plain(line.substring(matcher.start(group), matcher.end(group)));
        boolean blank = NameKeys.unique(name).isEmpty();
        return blank || Glyph.length(name) > LONGEST_NAME ? null : name;
      }
    }
    return null;
  }
}
