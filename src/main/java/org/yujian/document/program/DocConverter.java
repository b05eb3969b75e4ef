package org.yujian.document.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Range;

/** Writes an old Word file as the parts of a new one. */
final class DocConverter {

  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String TARGETS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final int MOST_PICTURES = 250;
  private static final int LARGEST_PICTURE = 10 * 1024 * 1024;
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final HWPFDocument document;
  private final boolean macros;
  private final XmlText links = new XmlText();
  private ZipOutputStream zip;

  /** Ids by content: a file may hold one picture several times. */
  private final Map<ByteBuffer, String> ids = new HashMap<>();

  private int pictures;
  private int bytes;

  DocConverter(HWPFDocument document, boolean macros) {
    this.document = document;
    this.macros = macros;
  }

  void write(OutputStream out) throws IOException {
    zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
    links.open("Relationships", "xmlns", TARGETS);
    for (String part : new String[] {"styles", "numbering", "footnotes", "endnotes"}) {
      link(part, part, part + ".xml");
    }
    DocStyles styles = new DocStyles(document);
    DocDrawings drawings = new DocDrawings(document, this);
    DocText text = new DocText(document, styles, drawings);
    part("word/document.xml", text.main());
    part("word/footnotes.xml", notes(text, document.getFootnotes(), "footnote"));
    part("word/endnotes.xml", notes(text, document.getEndnotes(), "endnote"));
    part("word/styles.xml", styles.styles());
    part("word/numbering.xml", styles.numbering());
    if (macros) {
      part("word/vbaProject.bin", new XmlText());
    }
    part("word/_rels/document.xml.rels", links.close("Relationships"));
    part(
        "_rels/.rels",
        new XmlText()
            .open("Relationships", "xmlns", TARGETS)
            .empty(
                "Relationship",
                "Id",
                "main",
                "Type",
                TYPE + "officeDocument",
                "Target",
                "word/document.xml")
            .close("Relationships"));
    zip.finish();
  }

  private XmlText notes(DocText text, Notes notes, String kind) {
    Range range =
        kind.equals("footnote") ? document.getFootnoteRange() : document.getEndnoteRange();
    XmlText xml = new XmlText().root("w:" + kind + "s");
    for (int i = 0; i < notes.getNotesCount(); i++) {
      int from = range.getStartOffset() + notes.getNoteTextStartOffset(i);
      int to = range.getStartOffset() + notes.getNoteTextEndOffset(i);
      if (from < to && to <= range.getEndOffset()) {
        xml.open("w:" + kind, "w:id", Integer.toString(i));
        text.blocks(new Range(from, to, document), xml);
        xml.close("w:" + kind);
      }
    }
    return xml.close("w:" + kind + "s");
  }

  private void link(String id, String type, String target) {
    links.empty("Relationship", "Id", id, "Type", TYPE + type, "Target", target);
  }

  /** Adds a picture; returns the id of its relationship, whose part is missing if it is too big. */
  String picture(byte[] content) {
    String known = ids.get(ByteBuffer.wrap(content));
    if (known != null) {
      return known;
    }
    String id = "picture" + ++pictures;
    String name = "media/" + pictures;
    link(id, "image", name);
    bytes += content.length;
    if (pictures <= MOST_PICTURES && content.length <= LARGEST_PICTURE && bytes <= MOST_BYTES) {
      try {
        part("word/" + name, content);
        ids.put(ByteBuffer.wrap(content), id);
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
    }
    return id;
  }

  private void part(String name, XmlText xml) throws IOException {
    part(name, xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void part(String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
