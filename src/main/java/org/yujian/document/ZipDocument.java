package org.yujian.document;

import java.util.List;

/**
 * A document in a ZIP file, with the pictures that lie beside it.
 *
 * @param name its file name, without folders
 */
public record ZipDocument(String name, byte[] bytes, Pictures pictures) {

  /** Reads it as HTML; pictures with relative addresses are those of the ZIP file. */
  public DocumentReader html() {
    return new HtmlDocument(pictures);
  }

  /** Name of the picture at a relative address; null if there is none that can be taken. */
  public String picture(String address) {
    return pictures.at(address);
  }

  /** The pictures that were asked for. */
  public List<DocumentPicture> taken() {
    return pictures.all();
  }
}
