package org.yujian.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML part of a Word file. Names are given with their prefix, as {@code w:p}. */
final class WordXml {

  static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String RELATIONSHIP =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter out;

  /**
   * @param declarations namespace declarations, as pairs of attribute name and address
   */
  WordXml(String root, String... declarations) {
    try {
      out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    } catch (XMLStreamException memory) {
      throw new IllegalStateException(memory);
    }
    open(root, declarations);
  }

  /** Opens an element with attributes, given as pairs of name and value. */
  WordXml open(String name, String... attributes) {
    try {
      out.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        out.writeAttribute(attributes[i], valid(attributes[i + 1]));
      }
    } catch (XMLStreamException memory) {
      throw new IllegalStateException(memory);
    }
    return this;
  }

  /** Closes the innermost open element. */
  WordXml close() {
    try {
      out.writeEndElement();
    } catch (XMLStreamException memory) {
      throw new IllegalStateException(memory);
    }
    return this;
  }

  /** Adds an element without content. */
  WordXml empty(String name, String... attributes) {
    return open(name, attributes).close();
  }

  WordXml text(String text) {
    try {
      out.writeCharacters(valid(text));
    } catch (XMLStreamException memory) {
      throw new IllegalStateException(memory);
    }
    return this;
  }

  /** Without characters that no XML may contain. */
  private static String valid(String text) {
    StringBuilder valid = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c >= ' ' && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
        .forEach(valid::appendCodePoint);
    return valid.toString();
  }

  byte[] end() {
    try {
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException memory) {
      throw new IllegalStateException(memory);
    }
    return bytes.toByteArray();
  }
}
