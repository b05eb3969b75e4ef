package org.yujian.document.program;

import org.apache.poi.ddf.EscherComplexProperty;
import org.apache.poi.ddf.EscherContainerRecord;
import org.apache.poi.ddf.EscherOptRecord;
import org.apache.poi.ddf.EscherProperty;
import org.apache.poi.ddf.EscherPropertyTypes;
import org.apache.poi.ddf.EscherSimpleProperty;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.util.LittleEndian;
import org.apache.poi.util.StringUtil;

/** Pictures and text boxes of an old Word file. */
final class DocDrawings {

  /** Where the header of the file says where the list of text boxes is ([MS-DOC] 2.5.6). */
  private static final int TEXT_BOXES = 154 + 56 * 8;

  private static final int TEXT_BOX_BYTES = 22;
  private static final int POSITION_BYTES = 4;

  private final HWPFDocument document;
  private final DocConverter converter;

  DocDrawings(HWPFDocument document, DocConverter converter) {
    this.document = document;
    this.converter = converter;
  }

  /** Writes the picture that stands in the place of a run's character. */
  void picture(CharacterRun run, XmlText xml) {
    if (run.isOle2() || run.isObj()) {
      xml.empty("w:object");
    } else if (document.getPicturesTable().hasPicture(run)) {
      Picture picture = document.getPicturesTable().extractPicture(run, true);
      if (picture != null) {
        String alt = picture.getDescription();
        picture(picture.getContent(), alt == null ? "" : alt, xml);
      }
    }
  }

  private void picture(byte[] content, String alt, XmlText xml) {
    xml.open("w:drawing")
        .empty("wp:docPr", "descr", alt)
        .empty("a:blip", "r:embed", converter.picture(content))
        .close("w:drawing");
  }

  /** Writes the picture or text box that is anchored at a position of the main text. */
  void drawing(int at, DocText text, XmlText xml) {
    OfficeDrawing drawing = document.getOfficeDrawingsMain().getOfficeDrawingAt(at);
    if (drawing == null) {
      return;
    }
    byte[] content = drawing.getPictureData();
    EscherOptRecord options = options(drawing);
    if (content != null) {
      picture(content, alt(options), xml);
    }
    EscherProperty box = options == null ? null : options.lookup(EscherPropertyTypes.TEXT__TEXTID);
    if (box instanceof EscherSimpleProperty number) {
      Range words = box(number.getPropertyValue() >>> 16);
      if (words != null) {
        xml.open("w:pict").open("w:txbxContent");
        text.blocks(words, xml);
        xml.close("w:txbxContent").close("w:pict");
      }
    }
  }

  private static EscherOptRecord options(OfficeDrawing drawing) {
    EscherContainerRecord shape = drawing.getOfficeArtSpContainer();
    return shape == null ? null : shape.getChildById(EscherOptRecord.RECORD_ID);
  }

  private static String alt(EscherOptRecord options) {
    EscherProperty written =
        options == null ? null : options.lookup(EscherPropertyTypes.GROUPSHAPE__DESCRIPTION);
    return written instanceof EscherComplexProperty words
        ? StringUtil.getFromUnicodeLE(words.getComplexData()).replace("\0", "")
        : "";
  }

  /** The words of the text box with this number, from 1; null if there is none. */
  private Range box(int number) {
    byte[] header = document.getMainStream();
    byte[] table = document.getTableStream();
    Range all = document.getMainTextboxRange();
    if (number < 1 || header.length < TEXT_BOXES + 8) {
      return null;
    }
    int offset = LittleEndian.getInt(header, TEXT_BOXES);
    int length = LittleEndian.getInt(header, TEXT_BOXES + POSITION_BYTES);
    int count = (length - POSITION_BYTES) / (POSITION_BYTES + TEXT_BOX_BYTES);
    int place = offset + (number - 1) * POSITION_BYTES;
    if (number > count || offset < 0 || place + 2 * POSITION_BYTES > table.length) {
      return null;
    }
    int from = all.getStartOffset() + LittleEndian.getInt(table, place);
    int to = all.getStartOffset() + LittleEndian.getInt(table, place + POSITION_BYTES);
    boolean inside = from >= all.getStartOffset() && from < to && to <= all.getEndOffset();
    return inside ? new Range(from, to, document) : null;
  }
}
