package org.yujian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an article as a Word file (Office Open XML, ECMA-376). The same article always gives the
 * same bytes. Pictures are left out; headings have no marks, as readers of Word files ignore them.
 */
public final class DocxFile {

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES = "application/vnd.openxmlformats-officedocument.";

  private static final String CONTENT_TYPES =
      HEAD
          + "<Types xmlns=\""
          + PACKAGE
          + "content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + type("document.main", "document")
          + type("styles", "styles")
          + type("numbering", "numbering")
          + "</Types>";

  private static final String RELATIONSHIPS =
      HEAD
          + "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\"><Relationship Id=\"document\" Type=\""
          + WordXml.RELATIONSHIP
          + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

  private static final String STYLES =
      HEAD
          + "<w:styles xmlns:w=\""
          + WordXml.MAIN
          + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
          + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\"/>"
          + "<w:sz w:val=\"24\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>"
          + "</w:rPr></w:rPrDefault></w:docDefaults>"
          + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
          + "<w:name w:val=\"Normal\"/></w:style>"
          + style("Title", "Title", "", 40)
          + style("Subtitle", "Subtitle", "", 30)
          + style("Heading1", "heading 1", "<w:outlineLvl w:val=\"0\"/>", 32)
          + style("Heading2", "heading 2", "<w:outlineLvl w:val=\"1\"/>", 28)
          + style("Heading3", "heading 3", "<w:outlineLvl w:val=\"2\"/>", 26)
          + style("Heading4", "heading 4", "<w:outlineLvl w:val=\"3\"/>", 24)
          + style("Quote", "Quote", "<w:ind w:left=\"720\" w:right=\"720\"/>", 24)
          + style("Caption", "caption", "<w:jc w:val=\"center\"/>", 20)
          + style("ListParagraph", "List Paragraph", "", 24)
          + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
          + "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
          + "</w:styles>";

  private DocxFile() {}

  private static String type(String kind, String part) {
    return "<Override PartName=\"/word/"
        + part
        + ".xml\" ContentType=\""
        + TYPES
        + "wordprocessingml."
        + kind
        + "+xml\"/>";
  }

  private static String style(String id, String name, String paragraph, int size) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + name
        + "\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr>"
        + paragraph
        + "</w:pPr><w:rPr><w:sz w:val=\""
        + size
        + "\"/></w:rPr></w:style>";
  }

  public static byte[] write(ExportedArticle article) {
    WordBody body = new WordBody();
    byte[] document = body.write(article);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "[Content_Types].xml", utf8(CONTENT_TYPES));
      add(zip, "_rels/.rels", utf8(RELATIONSHIPS));
      add(zip, "word/document.xml", document);
      add(zip, "word/styles.xml", utf8(STYLES));
      add(zip, "word/numbering.xml", body.numbering());
      add(zip, "word/_rels/document.xml.rels", body.relationships());
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(ZipOutputStream zip, String name, byte[] part) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(part);
    zip.closeEntry();
  }
}
