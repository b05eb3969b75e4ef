package org.yujian.ingest.healing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yujian.ingest.healing.Passage.Kind;
import org.yujian.shared.text.Glyph;

/** The office or person in parentheses after the last sentence, and its line in the file. */
record Byline(String source, int line, boolean halfWidth) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 20;

  /** Remarks in brackets at an article's end that name no author. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "[全本]?文?[完终終毕畢]|[未待][完续續].*|.*待[续續]|[续續]完|全文[完终終]|(?:有|略有)?[删刪][节節改減减].*|[节節][选選]|下[转轉].*|上接.*");

  /** Other remarks, and addresses, that name no author. */
  private static final Pattern REMARK =
      Pattern.compile(
          "(?:此件|咨[询詢]|[联聯][系繫絡络]|附|注|(?:全[场場]|[热熱]烈|[长長][时時][间間])?的?(?:掌[声聲]|鼓掌|笑[声聲])).*|.*\\p{Nd}.*",
          Pattern.DOTALL);

  /** Roles that precede a colon and a name. */
  private static final Pattern ROLE =
      Pattern.compile(
          ".*(?:[记記]者|作者|供稿|[来來]源|[编編][辑輯]|[审審]核|通[讯訊][员員]|撰[稿文]|[责責][编編]|[摄攝]影|供[图圖]|校[对對]|整理|[图圖]文|[^\\p{IsHan}]?[文图圖])\\s*",
          Pattern.DOTALL);

  /** The number of a footnote at its front, as readers of Word files write it. */
  private static final Pattern NOTE = Pattern.compile("\\[\\d{1,3}\\] ");

  private static final Set<Kind> BEHIND_THE_TEXT = Set.of(Kind.CAPTION, Kind.PICTURE);
  private static final Set<Kind> WITHOUT_BYLINE = Set.of(Kind.HEADING, Kind.ROW, Kind.DATE);

  /** Removes the byline, and its passage if nothing else is in the passage; null without one. */
  static Byline takeFrom(List<Passage> passages) {
    int last = lastOfText(passages, passages.size());
    if (last < 0 || WITHOUT_BYLINE.contains(passages.get(last).kind())) {
      return null;
    }
    Passage passage = passages.get(last);
    CharSequence text = passage.text();
    int opening = Sentence.openingBracket(text);
    if (opening < 0) {
      return null;
    }
    Byline byline = read(text, opening, passage.last().lastLine());
    if (byline == null) {
      return null;
    }
    if (opening == 0) {
      int before = lastOfText(passages, last);
      if (before < 0 || !mayPrecede(passages.get(before))) {
        return null;
      }
      passages.remove(last);
      return byline;
    }
    if (!Sentence.isEnded(Glyph.trim(text.subSequence(0, opening).toString()))) {
      return null;
    }
    passage.cutAt(opening);
    return byline;
  }

  /** Whether a byline may follow: after a sentence, or a credit (编辑：小满). */
  private static boolean mayPrecede(Passage passage) {
    return passage.isEnded() || isCredit(passage);
  }

  private static boolean isCredit(Passage passage) {
    String name = passage.kind() == Kind.LABEL ? Label.name(passage.text()) : null;
    return name != null && ROLE.matcher(name).matches();
  }

  /** The last passage that is no picture, caption or footnote; -1 without one. */
  private static int lastOfText(List<Passage> passages, int before) {
    int last = before - 1;
    while (last >= 0) {
      int first = beginOfNote(passages, last);
      if (first < 0 && !BEHIND_THE_TEXT.contains(passages.get(last).kind())) {
        break;
      }
      last = first < 0 ? last - 1 : first - 1;
    }
    return last;
  }

  /** The first line of the footnotes that end at this passage; -1 if it belongs to none. */
  private static int beginOfNote(List<Passage> passages, int last) {
    int first = last;
    if (passages.get(last).kind() == Kind.QUOTE) {
      int group = passages.get(last).first().group();
      while (first > 0
          && passages.get(first - 1).kind() == Kind.QUOTE
          && passages.get(first - 1).first().group() == group) {
        first--;
      }
    }
    return NOTE.matcher(passages.get(first).text()).lookingAt() ? first : -1;
  }

  /** Whether a role such as 编辑 is before each colon. */
  private static boolean isEachRole(String inside) {
    int from = 0;
    for (int i = 0; i < inside.length(); i++) {
      if (inside.charAt(i) == '：' || inside.charAt(i) == ':') {
        if (!ROLE.matcher(inside.substring(from, i)).matches()) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  private static Byline read(CharSequence text, int opening, int line) {
    char first = text.charAt(opening);
    char end = text.charAt(text.length() - 1);
    boolean round = (first == '（' || first == '(') && (end == '）' || end == ')');
    String inside = Glyph.trim(text.subSequence(opening + 1, text.length() - 1).toString());
    int length = Glyph.length(inside);
    boolean names =
        length >= SHORTEST
            && length <= LONGEST
            && !NOBODY.matcher(inside).matches()
            && !REMARK.matcher(inside).matches()
            && isEachRole(inside)
            && !Shape.isCaption(inside)
            && !Shape.isDate(inside);
    return round && names ? new Byline(inside, line, first == '(' || end == ')') : null;
  }
}
