package bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 keep-alive connection that reads just enough of an answer to know its status and its
 * end (RFC 9112: content-length, chunked, or none with 304). Bodies are counted and dropped.
 */
final class Connection {
  final SocketChannel channel;

  /** When the answer should have been asked for, by {@link System#nanoTime}. */
  long intended;

  /** When it was sent, and when its answer was whole. */
  long sent;

  long received;

  int status;

  /** Between a request and the end of its answer. */
  boolean busy;

  /** Of the last answer: with its head, and without. */
  long wireBytes;

  long bodyBytes;

  private final byte[] head = new byte[32_768];
  private int headLength;
  private boolean inHead = true;
  private long remaining;
  private boolean chunked;

  /** Chunked only: in the line with a chunk's size; that size; the last chunk was seen. */
  private boolean inSize;

  private long size;
  private boolean last;
  private boolean digits;

  Connection(int port) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
  }

  void send(byte[] request, long when) throws IOException {
    intended = when;
    sent = System.nanoTime();
    busy = true;
    wireBytes = 0;
    bodyBytes = 0;
    headLength = 0;
    inHead = true;
    ByteBuffer out = ByteBuffer.wrap(request);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /** Reads what has come; true when the answer is whole. */
  boolean read(ByteBuffer buffer) throws IOException {
    while (true) {
      buffer.clear();
      int count = channel.read(buffer);
      if (count < 0) {
        throw new IOException("the server closed the connection");
      }
      if (count == 0) {
        return false;
      }
      wireBytes += count;
      if (feed(buffer.array(), count)) {
        busy = false;
        received = System.nanoTime();
        return true;
      }
    }
  }

  private boolean feed(byte[] data, int count) throws IOException {
    int from = inHead ? headEnd(data, count) : 0;
    if (inHead) {
      return false;
    }
    if (chunked) {
      return chunks(data, from, count);
    }
    bodyBytes += count - from;
    remaining -= count - from;
    return remaining == 0;
  }

  /** Where the body begins; {@link #inHead} stays true when the head goes on. */
  private int headEnd(byte[] data, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      if (headLength == head.length) {
        throw new IOException("a head of more than " + head.length + " bytes");
      }
      head[headLength++] = data[i];
      if (data[i] == '\n' && headLength > 3 && head[headLength - 3] == '\n') {
        inHead = false;
        parseHead();
        return i + 1;
      }
    }
    return count;
  }

  private void parseHead() {
    status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
    remaining = 0;
    chunked = false;
    int line = 0;
    for (int i = 0; i < headLength; i++) {
      if (head[i] == '\n') {
        header(line, i - 1);
        line = i + 1;
      }
    }
    inSize = true;
    size = 0;
    last = false;
    digits = true;
    if (status == 304) {
      remaining = 0;
      chunked = false;
    }
  }

  private void header(int from, int to) {
    if (starts(from, to, "content-length:")) {
      remaining = Long.parseLong(text(from + 15, to));
    } else if (starts(from, to, "transfer-encoding:")) {
      chunked = text(from + 18, to).equalsIgnoreCase("chunked");
    }
  }

  /** A header of the answer; null when it has none of that name. */
  String header(String name) {
    String prefix = name + ":";
    int line = 0;
    for (int i = 0; i < headLength; i++) {
      if (head[i] == '\n') {
        if (starts(line, i - 1, prefix)) {
          return text(line + prefix.length(), i - 1);
        }
        line = i + 1;
      }
    }
    return null;
  }

  private boolean starts(int from, int to, String name) {
    if (to - from < name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      int c = head[from + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    return new String(head, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }

  private boolean chunks(byte[] data, int from, int count) {
    int i = from;
    while (i < count) {
      if (!inSize) {
        int part = (int) Math.min(remaining, count - i);
        i += part;
        remaining -= part;
        inSize = remaining == 0;
        continue;
      }
      byte c = data[i++];
      int digit = digits ? Character.digit(c, 16) : -1;
      if (digit >= 0) {
        size = size * 16 + digit;
      } else if (c == '\n' && last) {
        return true;
      } else if (c == '\n') {
        endOfSizeLine();
      } else {
        digits = false;
      }
    }
    return false;
  }

  /** Each chunk is followed by a line end of its own, which is read with it. */
  private void endOfSizeLine() {
    last = size == 0;
    inSize = last;
    bodyBytes += size;
    remaining = last ? 0 : size + 2;
    size = 0;
    digits = !last;
  }
}
