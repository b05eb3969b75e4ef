package org.yujian.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yujian.document.WordPart.Run;

/**
 * Reads Word files (Office Open XML, transitional and strict): text, structure, marks and pictures.
 * Memory and time are bounded by {@link ZipParts} and {@link XmlEvents}.
 */
public final class DocxReader implements DocumentReader {

  private static final String CHARSET = "UTF-8";

  @Override
  public Result read(byte[] bytes) {
    ZipParts parts = new ZipParts(bytes);
    String main = new WordLinks(parts, "").part("officeDocument");
    if (main == null && parts.has("word/document.xml")) {
      main = "word/document.xml";
    }
    if (main == null) {
      throw new DocumentRefused(
          DocumentRefused.UNSUPPORTED,
          "The file is a ZIP archive without a Word document. Upload a .docx file.");
    }
    WordLinks links = new WordLinks(parts, main);
    Pictures pictures = new Pictures(parts);
    WordFlow flow = new WordFlow(pictures);
    if (parts.names().stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
      flow.tell("embedded-object", 1);
    }
    WordText text = new WordText(styles(parts, links), numbers(parts, links), flow);
    Map<String, List<Run>> notes = new HashMap<>();
    for (String kind : List.of("footnotes", "endnotes")) {
      String part = links.part(kind);
      try (XmlEvents xml = parts.xml(part)) {
        if (xml != null && xml.root()) {
          notes.putAll(text.notes(xml, new WordLinks(parts, part)));
        }
      }
    }
    try (XmlEvents xml = parts.xml(main)) {
      if (xml == null || !xml.root()) {
        throw ZipParts.refused("The Word file has no text part.");
      }
      if (!xml.name().equals("document")) {
        throw new DocumentRefused(
            DocumentRefused.UNSUPPORTED,
            "The file is an Office file, but not a Word document. Upload a .docx file.");
      }
      text.document(xml, links, notes);
    }
    return new Result(flow.end(), CHARSET, pictures.all());
  }

  private static WordStyles styles(ZipParts parts, WordLinks links) {
    try (XmlEvents xml = parts.xml(links.part("styles"))) {
      return new WordStyles(xml);
    }
  }

  private static WordNumbers numbers(ZipParts parts, WordLinks links) {
    try (XmlEvents xml = parts.xml(links.part("numbering"))) {
      return new WordNumbers(xml);
    }
  }
}
