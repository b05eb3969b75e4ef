package org.yujian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes Word files for tests: the parts that a reader needs, with any markup inside. */
public final class Docx {

  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String NAMESPACES =
      " xmlns:w=\""
          + W
          + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

  private final StringBuilder body = new StringBuilder();
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder links = new StringBuilder();

  /** A file with headings 1 to 3 by style id and name. */
  public static Docx create() {
    Docx docx = new Docx();
    docx.part(
        "_rels/.rels", relationships(relationship("rId1", "officeDocument", "word/document.xml")));
    StringBuilder styles = new StringBuilder();
    styles.append(
        "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>");
    for (int i = 1; i <= 3; i++) {
      styles
          .append("<w:style w:type='paragraph' w:styleId='" + i + "'><w:name w:val='heading " + i)
          .append("'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='" + (i - 1))
          .append("'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>");
    }
    return docx.styles(styles.toString());
  }

  /** A file whose paragraphs are the lines of a text, with {@code # } and {@code ## } as styles. */
  public static Docx ofText(String text) {
    Docx docx = create();
    for (String line : text.split("\n")) {
      int marks = line.startsWith("## ") ? 2 : line.startsWith("# ") ? 1 : 0;
      if (line.equals("\f")) {
        docx.raw("<w:p><w:r><w:br w:type='page'/></w:r></w:p>");
      } else if (marks > 0) {
        docx.heading(marks, line.substring(marks + 1));
      } else {
        docx.paragraph(line);
      }
    }
    return docx;
  }

  public Docx styles(String styles) {
    link("styles", "styles", "styles.xml");
    return part("word/styles.xml", "<w:styles" + NAMESPACES + ">" + styles + "</w:styles>");
  }

  public Docx numbering(String numbering) {
    link("numbering", "numbering", "numbering.xml");
    return part(
        "word/numbering.xml", "<w:numbering" + NAMESPACES + ">" + numbering + "</w:numbering>");
  }

  public Docx footnotes(String notes) {
    link("footnotes", "footnotes", "footnotes.xml");
    return part("word/footnotes.xml", "<w:footnotes" + NAMESPACES + ">" + notes + "</w:footnotes>");
  }

  public Docx link(String id, String type, String target) {
    links.append(relationship(id, type, target));
    return this;
  }

  public Docx address(String id, String address) {
    links.append(
        relationship(id, "hyperlink", address).replace("/>", " TargetMode=\"External\"/>"));
    return this;
  }

  public Docx part(String name, String content) {
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Docx part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /**
   * Puts a picture in place of a mark in what was written before.
   *
   * @param alt its description; may be null
   */
  public Docx picture(String mark, byte[] bytes, String alt) {
    String id = "picture" + parts.size();
    link(id, "image", "media/" + id + ".png");
    part("word/media/" + id + ".png", bytes);
    String drawing =
        "<w:r><w:drawing><wp:inline><wp:docPr id='1'"
            + (alt == null ? "" : " descr='" + alt + "'")
            + "/><a:graphic><a:graphicData><a:blip r:embed='"
            + id
            + "'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    int at = body.indexOf(mark);
    body.replace(at, at + mark.length(), drawing);
    return this;
  }

  public Docx heading(int level, String text) {
    return raw("<w:p><w:pPr><w:pStyle w:val='" + level + "'/></w:pPr>" + run(text) + "</w:p>");
  }

  public Docx paragraph(String text) {
    return raw("<w:p>" + run(text) + "</w:p>");
  }

  public Docx item(int number, int level, String text) {
    return raw(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='"
            + level
            + "'/><w:numId w:val='"
            + number
            + "'/></w:numPr></w:pPr>"
            + run(text)
            + "</w:p>");
  }

  public Docx raw(String xml) {
    body.append(xml);
    return this;
  }

  public static String run(String text) {
    return "<w:r>" + text(text) + "</w:r>";
  }

  static String run(String properties, String text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr>" + text(text) + "</w:r>";
  }

  private static String text(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<w:t xml:space='preserve'>" + escaped.replace("\t", "</w:t><w:tab/><w:t>") + "</w:t>";
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + TYPE
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String relationships(String links) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + links
        + "</Relationships>";
  }

  /** The document part as it is written. */
  String document() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document"
        + NAMESPACES
        + "><w:body>"
        + body
        + "</w:body></w:document>";
  }

  public byte[] bytes() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("word/document.xml", document().getBytes(StandardCharsets.UTF_8));
    all.put(
        "word/_rels/document.xml.rels",
        relationships(links.toString()).getBytes(StandardCharsets.UTF_8));
    all.putAll(parts);
    return zip(all);
  }

  /** The first half of the file, as an interrupted upload leaves it. */
  public byte[] half() {
    byte[] whole = bytes();
    return Arrays.copyOf(whole, whole.length / 2);
  }

  /** An archive that holds no Word document. */
  public static byte[] archive(String part) {
    return zip(Map.of(part, new byte[] {1}));
  }

  public static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
