package org.yujian.syndication;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML 1.0 document with the JDK's StAX writer. Characters that XML 1.0 cannot contain,
 * even escaped, are dropped. Names contain their prefix; the root declares the namespaces.
 */
final class XmlText {

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  XmlText() {
    try {
      xml = WRITERS.createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw notInMemory(e);
    }
  }

  /**
   * @param attributes names and values; an attribute whose value is null is left out
   */
  XmlText start(String name, String... attributes) {
    try {
      xml.writeStartElement(name);
      attributes(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw notInMemory(e);
    }
  }

  XmlText end() {
    try {
      xml.writeEndElement();
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw notInMemory(e);
    }
  }

  /** An element with a time. */
  XmlText element(String name, Instant at) {
    return element(name, time(at));
  }

  /**
   * RFC 3339 with milliseconds, always three digits: SimpleDateFormat, which readers in Java use,
   * takes microseconds for a number of milliseconds, which moves the time by minutes.
   */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /** An element with a text; nothing if the text is null. */
  XmlText element(String name, String text, String... attributes) {
    if (text == null) {
      return this;
    }
    start(name, attributes);
    try {
      xml.writeCharacters(storable(text));
    } catch (XMLStreamException e) {
      throw notInMemory(e);
    }
    return end();
  }

  XmlText empty(String name, String... attributes) {
    try {
      xml.writeEmptyElement(name);
      attributes(attributes);
      xml.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw notInMemory(e);
    }
  }

  /** The whole document; closes open elements. */
  String text() {
    try {
      xml.writeEndDocument();
      xml.flush();
      return out.toString();
    } catch (XMLStreamException e) {
      throw notInMemory(e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        xml.writeAttribute(attributes[i], storable(attributes[i + 1]));
      }
    }
  }

  /** Without the characters that production 2 of XML 1.0 (Char) excludes. */
  static String storable(String text) {
    if (text.codePoints().allMatch(XmlText::isChar)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isChar).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  private static IllegalStateException notInMemory(XMLStreamException e) {
    return new IllegalStateException("writing to memory cannot fail", e);
  }
}
