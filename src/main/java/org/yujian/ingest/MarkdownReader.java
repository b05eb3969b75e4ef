package org.yujian.ingest;

final class MarkdownReader {
  private MarkdownReader() {}

  static Source read(String text) {
    return TextReader.read(text);
  }
}
