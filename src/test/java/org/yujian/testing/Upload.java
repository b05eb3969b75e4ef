package org.yujian.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form with files, byte by byte as a client may send it, names of any kind too. */
public final class Upload {
  static final String TYPE = "multipart/form-data; boundary=----yujian-upload";

  private static final String BOUNDARY = "------yujian-upload";
  private static final String LINE = "\r\n";

  private final ByteArrayOutputStream form = new ByteArrayOutputStream();

  private Upload() {}

  /** A form without its file. */
  public static Upload empty() {
    return new Upload();
  }

  public static Upload of(String fileName, byte[] content) {
    return new Upload().file(fileName, content);
  }

  /** Adds a file. */
  public Upload file(String fileName, byte[] content) {
    part("name=\"file\"; filename=\"" + fileName + "\"", content);
    return this;
  }

  public Upload file(String fileName, String text) {
    return file(fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Upload of(String fileName, String text) {
    return of(fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Upload text(String text) {
    return of("document.txt", text);
  }

  public Upload with(String field, Object value) {
    part("name=\"" + field + "\"", value.toString().getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Upload publish() {
    return with("publish", true);
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(form.toByteArray());
    whole.writeBytes((BOUNDARY + "--" + LINE).getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  private void part(String disposition, byte[] content) {
    String head =
        BOUNDARY
            + LINE
            + "Content-Disposition: form-data; "
            + disposition
            + LINE
            + "Content-Type: text/plain; charset=UTF-8"
            + LINE
            + LINE;
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes(LINE.getBytes(StandardCharsets.UTF_8));
  }
}
