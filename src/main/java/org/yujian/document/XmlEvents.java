package org.yujian.document;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks the elements of an untrusted XML part with bounded memory: no DTD, limited depth, limited
 * length of one token and limited number of names, because the parser keeps every name.
 */
final class XmlEvents implements AutoCloseable {

  static final int DEEPEST = 256;

  private static final int MOST_NAMES = 5_000;
  private static final int LONGEST_TOKEN = 4 * 1024 * 1024;

  /** Something else than UTF-8, at the start of a part: a declaration of it, or UTF-16. */
  private static final Pattern OTHER_ENCODING =
      Pattern.compile(
          "^[^<]|\\x00|encoding\\s*=\\s*[\"'](?!utf-?8[\"'])", Pattern.CASE_INSENSITIVE);

  private static final int DECLARATION = 128;

  private final TokenLimit in;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int declared;
  private int depth;

  XmlEvents(InputStream in) {
    this.in = new TokenLimit(in);
    try {
      reader = reader(this.in);
    } catch (XMLStreamException | IOException | RuntimeException broken) {
      throw broken instanceof DocumentRefused refused ? refused : damaged();
    }
  }

  /**
   * The JDK's parser writes bytes that are not UTF-8 to the console before it refuses them, where
   * they would stand between the lines of the log; a decoder before it only refuses.
   */
  private static XMLStreamReader reader(InputStream part) throws XMLStreamException, IOException {
    BufferedInputStream in = new BufferedInputStream(part);
    in.mark(DECLARATION);
    String start = new String(in.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
    in.reset();
    return OTHER_ENCODING.matcher(start).find()
        ? factory().createXMLStreamReader(in)
        : factory()
            .createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
  }

  /** The JDK's own parser, whatever else is on the class path. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Limits the bytes that the parser reads for one token. */
  private static final class TokenLimit extends FilterInputStream {
    private int bytes;

    TokenLimit(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read());
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      counted(read);
      return read;
    }

    private int counted(int read) {
      bytes += Math.max(1, read);
      if (bytes > LONGEST_TOKEN) {
        throw ZipParts.refused("The file has a tag or text longer than 4 MB.");
      }
      return read;
    }
  }

  private static DocumentRefused damaged() {
    return ZipParts.refused("The XML inside the file is damaged.");
  }

  /** Moves to the first element, whose children are read next; false if there is none. */
  boolean root() {
    return advance() == XMLStreamConstants.START_ELEMENT;
  }

  String name() {
    return reader.getLocalName();
  }

  /**
   * Calls {@code each} with the name of every child of the current element. It may read the child;
   * what it leaves is skipped.
   */
  void children(Consumer<String> each) {
    int own = depth;
    while (advance() == XMLStreamConstants.START_ELEMENT) {
      each.accept(reader.getLocalName());
      while (depth > own) {
        advance();
      }
    }
  }

  /** Like {@link #children}, and calls {@code words} with the text between the children. */
  void content(Consumer<String> words, Consumer<String> each) {
    int own = depth;
    for (int event = event(); depth >= own; event = event()) {
      if (event == XMLStreamConstants.CHARACTERS) {
        words.accept(reader.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        each.accept(reader.getLocalName());
        while (depth > own) {
          advance();
        }
      }
    }
  }

  /** All text inside the current element; ends with the element. */
  String text() {
    StringBuilder text = new StringBuilder();
    int own = depth;
    while (depth >= own) {
      if (event() == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > LONGEST_TOKEN) {
          throw ZipParts.refused("The file has a text longer than 4 MB.");
        }
      }
    }
    return text.toString();
  }

  /** An attribute of the current element in any namespace; null if it has none. */
  String attribute(String name) {
    return reader.getAttributeValue(null, name);
  }

  String attribute(String name, String otherwise) {
    String value = attribute(name);
    return value == null ? otherwise : value;
  }

  /** Attribute {@code val} as a switch, which is on without a value. */
  boolean isOn() {
    return !Set.of("0", "false", "off", "none").contains(attribute("val", "true"));
  }

  /** An attribute that is a number; {@code otherwise} if it is missing or not a small number. */
  int number(String name, int otherwise) {
    String value = attribute(name, "");
    return value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : otherwise;
  }

  /** Moves to the next start or end of an element. */
  private int advance() {
    int event = event();
    while (event != XMLStreamConstants.START_ELEMENT
        && event != XMLStreamConstants.END_ELEMENT
        && event != XMLStreamConstants.END_DOCUMENT) {
      event = event();
    }
    return event;
  }

  private int event() {
    try {
      in.bytes = 0;
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.END_DOCUMENT -> depth = -1;
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> name(reader.getPITarget());
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw ZipParts.refused("The XML inside the file declares or uses entities.");
        default -> {}
      }
      return event;
    } catch (XMLStreamException | RuntimeException broken) {
      // The JDK's parser fails with unchecked exceptions for some damaged input.
      throw broken instanceof DocumentRefused refused ? refused : damaged();
    }
  }

  private void start() {
    if (++depth > DEEPEST) {
      throw ZipParts.refused("The elements of the file are nested too deeply.");
    }
    name(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      name(reader.getAttributeLocalName(i));
    }
    declared += reader.getNamespaceCount();
    if (declared > MOST_NAMES) {
      throw ZipParts.refused("The XML inside the file declares too many namespaces.");
    }
  }

  private void name(String name) {
    if (names.add(name) && names.size() > MOST_NAMES) {
      throw ZipParts.refused("The XML inside the file uses too many names.");
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      in.close();
    } catch (XMLStreamException | IOException readAlready) {
      throw damaged();
    }
  }
}
