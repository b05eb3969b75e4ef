package org.yujian.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes OpenDocument texts for tests: the parts that a reader needs, with any markup inside. */
public final class Odt {

  private static final String NAMESPACES =
      " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
          + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
          + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
          + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
          + " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
          + " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
          + " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"
          + " xmlns:xlink='http://www.w3.org/1999/xlink'";

  private final StringBuilder styles = new StringBuilder();
  private final StringBuilder automatic = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  public static Odt create() {
    return new Odt();
  }

  /** A file whose paragraphs are the lines of a text, with {@code # } and {@code ## } as levels. */
  public static Odt ofText(String text) {
    Odt odt = create();
    for (String line : text.split("\n")) {
      int marks = line.startsWith("## ") ? 2 : line.startsWith("# ") ? 1 : 0;
      if (marks > 0) {
        odt.heading(marks, line.substring(marks + 1));
      } else {
        odt.paragraph(line.replace("\f", ""));
      }
    }
    return odt;
  }

  public Odt styles(String xml) {
    styles.append(xml);
    return this;
  }

  public Odt automatic(String xml) {
    automatic.append(xml);
    return this;
  }

  public Odt heading(int level, String text) {
    return raw("<text:h text:outline-level='" + level + "'>" + escaped(text) + "</text:h>");
  }

  public Odt paragraph(String text) {
    return raw("<text:p>" + escaped(text) + "</text:p>");
  }

  public Odt raw(String xml) {
    body.append(xml);
    return this;
  }

  public Odt part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  public Odt part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\t", "<text:tab/>");
  }

  /** The content part as it is written. */
  String content() {
    return "<?xml version='1.0' encoding='UTF-8'?><office:document-content"
        + NAMESPACES
        + "><office:automatic-styles>"
        + automatic
        + "</office:automatic-styles><office:body><office:text>"
        + body
        + "</office:text></office:body></office:document-content>";
  }

  public byte[] bytes() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
    all.put("content.xml", content().getBytes(StandardCharsets.UTF_8));
    String written =
        "<office:document-styles" + NAMESPACES + "><office:styles>" + styles + "</office:styles>";
    all.put("styles.xml", (written + "</office:document-styles>").getBytes(StandardCharsets.UTF_8));
    all.putAll(parts);
    return Docx.zip(all);
  }
}
