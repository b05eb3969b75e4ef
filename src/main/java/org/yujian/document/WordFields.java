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
          "\\s*EQ [^()]*\\\\o\\s*\\\\a.\\s*\\(\\\\s\\s*\\\\up\\s*\\d*\\s*\\([^()]*\\),([^()]*)\\)\\s*");

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
    Matcher ruby = RUBY.matcher(field == null ? "" : field.instruction);
    return ruby.matches() ? ruby.group(1) : null;
  }
}
