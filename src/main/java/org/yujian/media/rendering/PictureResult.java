package org.yujian.media.rendering;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@link PictureProgram} writes and {@link PictureRenderer} reads: a sequence of records. */
final class PictureResult {

  static final String ANIMATION = "animation.gif";

  private static final int FILE = 'F';
  private static final int FACTS = 'P';
  private static final int REFUSAL = 'R';
  private static final int END = 'E';

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<Integer> widths = new ArrayList<>();
  private String color;
  private String thumbHash;
  private String qrText;

  /** Throws PictureRefused when the child process refused the picture. */
  PictureResult(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
        switch (kind) {
          case FILE -> files.put(in.readUTF(), in.readNBytes(in.readInt()));
          case FACTS -> readFacts(in);
          case REFUSAL -> throw new PictureRefused(in.readUTF(), in.readUTF());
          default -> throw new IllegalStateException("Unknown record " + kind);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("The result of a picture is not whole.", e);
    }
  }

  private void readFacts(DataInputStream in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      widths.add(in.readInt());
    }
    color = in.readUTF();
    thumbHash = in.readUTF();
    String text = in.readUTF();
    qrText = text.isEmpty() ? null : text;
  }

  Map<String, byte[]> files() {
    return Collections.unmodifiableMap(files);
  }

  RenderedPicture picture(PictureHeader header) {
    return new RenderedPicture(
        header.mediaType(),
        header.width(),
        header.height(),
        widths,
        color,
        thumbHash,
        qrText,
        files.containsKey(ANIMATION),
        files());
  }

  static void writeFile(DataOutputStream out, String name, byte[] bytes) throws IOException {
    out.writeByte(FILE);
    out.writeUTF(name);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static void writeFacts(
      DataOutputStream out, List<Integer> widths, String color, String thumbHash, String qrText)
      throws IOException {
    out.writeByte(FACTS);
    out.writeInt(widths.size());
    for (int width : widths) {
      out.writeInt(width);
    }
    out.writeUTF(color);
    out.writeUTF(thumbHash);
    out.writeUTF(qrText == null ? "" : qrText);
  }

  static void writeRefusal(DataOutputStream out, PictureRefused refused) throws IOException {
    out.writeByte(REFUSAL);
    out.writeUTF(refused.code());
    out.writeUTF(refused.getMessage());
  }

  static void writeEnd(DataOutputStream out) throws IOException {
    out.writeByte(END);
  }
}
