package org.yujian.document;

/**
 * Reads OpenDocument texts, as LibreOffice and OpenOffice save them: text, structure, marks and
 * pictures. Memory and time are bounded by {@link ZipParts} and {@link XmlEvents}.
 */
public final class OdtReader implements DocumentReader {

  private static final String CHARSET = "UTF-8";
  private static final String CONTENT = "content.xml";

  @Override
  public Result read(byte[] bytes) {
    ZipParts parts = new ZipParts(bytes);
    refuseEncrypted(parts);
    Pictures pictures = new Pictures(parts);
    WordFlow flow = new WordFlow(pictures);
    if (parts.names().stream().anyMatch(name -> name.matches("(?:Basic|Scripts)/.+"))) {
      flow.tell("embedded-object", 1);
    }
    OdtNumbers numbers = new OdtNumbers();
    OdtStyles styles = new OdtStyles(numbers);
    try (XmlEvents xml = parts.xml("styles.xml")) {
      if (xml != null && xml.root()) {
        xml.children(
            name -> {
              if (name.equals("styles")) {
                styles.read(xml);
              }
            });
      }
    }
    try (XmlEvents xml = parts.xml(CONTENT)) {
      if (xml == null || !xml.root()) {
        throw ZipParts.refused("The file has no text part.");
      }
      content(xml, styles, new OdtText(xml, styles, numbers, flow));
    }
    return new Result(flow.end(), CHARSET, pictures.all());
  }

  private static void content(XmlEvents xml, OdtStyles styles, OdtText text) {
    boolean[] found = new boolean[1];
    xml.children(
        name -> {
          if (name.equals("automatic-styles")) {
            styles.read(xml);
          } else if (name.equals("body")) {
            xml.children(
                kind -> {
                  if (kind.equals("text")) {
                    found[0] = true;
                    text.read();
                  }
                });
          }
        });
    if (!found[0]) {
      throw new DocumentRefused(
          DocumentRefused.UNSUPPORTED,
          "The file is an OpenDocument file, but not a text. Upload an .odt file.");
    }
  }

  private static void refuseEncrypted(ZipParts parts) {
    boolean[] encrypted = {parts.has("encrypted-package")};
    try (XmlEvents xml = parts.xml("META-INF/manifest.xml")) {
      if (xml != null && xml.root()) {
        xml.children(entry -> xml.children(part -> encrypted[0] |= part.equals("encryption-data")));
      }
    }
    if (encrypted[0]) {
      throw new DocumentRefused(
          DocumentRefused.UNSUPPORTED,
          "The file has a password. Open it in its program and save it without a password.");
    }
  }
}
