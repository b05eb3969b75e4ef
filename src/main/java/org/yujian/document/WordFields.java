package org.yujian.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The open fields of a Word file, of which the instructions may name a link or hold words. */
final class WordFields {

  private static final Pattern HYPERLINK = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]*)\".*");

  /** Words below their pronunciation, as Word wrote them before there was an element for it. */
  private static final Pattern RUBY =
      Pattern.compile(
          "\\s*EQ [^()]*\\\\o\\s*(?:\\\\a.)?\\s*\\(\\\\s\\s*\\\\up\\s*\\d*\\s*\\([^()]*\\),([^()]*)\\)\\s*");

  /** A sign around a character, as Word writes 带圈字符. */
  private static final Pattern ENCLOSED =
      Pattern.compile("(?i)\\s*eq\\s*\\\\o\\s*\\\\ac\\s*\\(([^(),]*),([^(),]*)\\)\\s*");

  private static final int MOST_CIRCLED = 20;
  private static final int LONGEST_INSTRUCTION = 4_000;

  /** An open field; its result may be a link. */
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private String href;
  }

  private final Deque<Field> open = new ArrayDeque<>();

  void begin() {
    if (open.size() < XmlEvents.DEEPEST) {
      open.push(new Field());
    }
  }

  void instruction(String text) {
    Field field = open.peek();
    if (field != null && field.instruction.length() + text.length() <= LONGEST_INSTRUCTION) {
      field.instruction.append(text);
    }
  }

  /** The address in an instruction, also in that of a simple field; null if it names none. */
  static String address(CharSequence instruction) {
    Matcher link = HYPERLINK.matcher(instruction);
    return link.matches() ? link.group(1) : null;
  }

  /** The address that the instruction of the innermost field names; null if it names none. */
  String address() {
    return open.isEmpty() ? null : address(open.peek().instruction);
  }

  /** Makes the result of the innermost field a link. */
  void link(String href) {
    open.element().href = href;
  }

  /** The link of the innermost field; null if there is none. */
  String href() {
    return open.isEmpty() ? null : open.peek().href;
  }

  /** Ends the innermost field; returns the words that its instruction shows, or null. */
  String end() {
    Field field = open.poll();
    CharSequence instruction = field == null ? "" : field.instruction;
    Matcher ruby = RUBY.matcher(instruction);
    if (ruby.matches()) {
      return ruby.group(1);
    }
    Matcher enclosed = ENCLOSED.matcher(instruction);
    return enclosed.matches() ? enclosed(enclosed.group(1), enclosed.group(2)) : null;
  }

  /** ① for a 1 in a circle; other words without their sign. */
  private static String enclosed(String sign, String words) {
    int number = words.strip().matches("[1-9]\\d?") ? Integer.parseInt(words.strip()) : 0;
    boolean circled = sign.strip().matches("[○〇◯]") && number > 0 && number <= MOST_CIRCLED;
    return circled ? String.valueOf((char) ('①' + number - 1)) : words;
  }
}
