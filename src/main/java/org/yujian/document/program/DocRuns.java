package org.yujian.document.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;

/** Writes the runs of an old Word file; single characters in them stand for fields and objects. */
final class DocRuns {

  private static final char PICTURE = '\u0001';
  private static final char NOTE = '\u0002';
  private static final char DRAWING = '\u0008';
  private static final char LINE_END = '\u000B';
  private static final char PAGE_END = '\f';
  private static final char FIELD = '\u0013';
  private static final char FIELD_RESULT = '\u0014';
  private static final char FIELD_END = '\u0015';
  private static final char HARD_HYPHEN = '\u001E';

  private final HWPFDocument document;
  private final DocDrawings drawings;
  private final DocText text;

  /** Open fields; true while their instruction is read. */
  private final Deque<Boolean> fields = new ArrayDeque<>();

  DocRuns(HWPFDocument document, DocDrawings drawings, DocText text) {
    this.document = document;
    this.drawings = drawings;
    this.text = text;
  }

  void write(CharacterRun run, XmlText xml) {
    String change = run.isMarkedDeleted() ? "w:del" : run.isMarkedInserted() ? "w:ins" : null;
    if (change != null) {
      xml.open(change);
    }
    xml.open("w:r").open("w:rPr");
    if (run.isBold()) {
      xml.empty("w:b");
    }
    if (run.isItalic()) {
      xml.empty("w:i");
    }
    if (run.isVanished()) {
      xml.empty("w:vanish");
    }
    xml.close("w:rPr");
    if (run.isSymbol()) {
      symbol(run, xml);
    } else {
      words(run, xml);
    }
    xml.close("w:r");
    if (change != null) {
      xml.close(change);
    }
  }

  private static void symbol(CharacterRun run, XmlText xml) {
    String font = run.getSymbolFont() == null ? "" : run.getSymbolFont().getMainFontName();
    String code = String.format(Locale.ROOT, "%04X", (int) run.getSymbolCharacter());
    xml.empty("w:sym", "w:font", font, "w:char", code);
  }

  private void words(CharacterRun run, XmlText xml) {
    String words = run.text();
    int from = 0;
    for (int i = 0; i <= words.length(); i++) {
      char c = i == words.length() ? '\r' : words.charAt(i);
      if (c >= ' ') {
        continue;
      }
      if (from < i) {
        String name = fields.contains(true) ? "w:instrText" : "w:t";
        xml.open(name, "xml:space", "preserve").text(words.substring(from, i)).close(name);
      }
      from = i + 1;
      if (i < words.length()) {
        mark(c, run, run.getStartOffset() + i, xml);
      }
    }
  }

  private void mark(char c, CharacterRun run, int at, XmlText xml) {
    switch (c) {
      case '\t' -> xml.empty("w:tab");
      case LINE_END -> xml.empty("w:br");
      case PAGE_END -> xml.empty("w:br", "w:type", "page");
      case HARD_HYPHEN -> xml.empty("w:noBreakHyphen");
      case FIELD -> {
        fields.push(true);
        field("begin", xml);
      }
      case FIELD_RESULT -> {
        fields.poll();
        fields.push(false);
        field("separate", xml);
      }
      case FIELD_END -> {
        fields.poll();
        field("end", xml);
      }
      case PICTURE -> drawings.picture(run, xml);
      case DRAWING -> drawings.drawing(at, text, xml);
      case NOTE -> note(at, xml);
      default -> {}
    }
  }

  private static void field(String type, XmlText xml) {
    xml.empty("w:fldChar", "w:fldCharType", type);
  }

  private void note(int at, XmlText xml) {
    int foot = document.getFootnotes().getNoteIndexByAnchorPosition(at);
    int end = document.getEndnotes().getNoteIndexByAnchorPosition(at);
    if (foot >= 0) {
      xml.empty("w:footnoteReference", "w:id", Integer.toString(foot));
    } else if (end >= 0) {
      xml.empty("w:endnoteReference", "w:id", Integer.toString(end));
    }
  }
}
