package org.yujian.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A socket that sends bytes as they are and reads one answer; opened again when it was closed. */
final class RawHttp implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final int port;
  private Socket socket;
  private InputStream in;

  /** Headers as they came, name and value. */
  record Answer(int status, List<String[]> headers, byte[] body) {
    String header(String name) {
      List<String> values = headers(name);
      return values.isEmpty() ? null : values.get(0);
    }

    List<String> headers(String name) {
      return headers.stream().filter(h -> h[0].equals(name)).map(h -> h[1]).toList();
    }

    @Override
    public String toString() {
      String text = new String(body, StandardCharsets.UTF_8);
      return status + " " + text.substring(0, Math.min(400, text.length()));
    }
  }

  RawHttp(int port) {
    this.port = port;
  }

  Answer send(byte[] request) throws IOException {
    boolean fresh = socket == null;
    try {
      return exchange(request);
    } catch (IOException e) {
      renew();
      if (fresh) {
        throw e;
      }
      // The server may have closed an idle connection after an earlier malformed request.
      return exchange(request);
    }
  }

  void renew() throws IOException {
    if (socket != null) {
      socket.close();
    }
    socket = null;
  }

  private Answer exchange(byte[] request) throws IOException {
    write(request);
    return answer(firstLine(request).startsWith("HEAD "));
  }

  /** Sends without waiting for the answer. */
  void write(byte[] request) throws IOException {
    connect();
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException refusedEarly) {
      // An answer such as 413 may stand in the buffer although the rest was not taken.
    }
  }

  void connect() throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    }
  }

  /** The answer to what was sent last. */
  Answer answer(boolean head) throws IOException {
    Answer answer = read(head);
    while (answer.status() < 200) {
      // After 100 (Continue).
      answer = read(head);
    }
    String connection = answer.header("connection");
    if (answer.status() >= 400 || "close".equalsIgnoreCase(connection)) {
      renew();
    }
    return answer;
  }

  private Answer read(boolean head) throws IOException {
    String[] status = line().split(" ", 3);
    List<String[]> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(
          new String[] {
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim()
          });
    }
    Answer answer = new Answer(Integer.parseInt(status[1]), headers, new byte[0]);
    boolean none =
        head || answer.status() < 200 || answer.status() == 204 || answer.status() == 304;
    return none ? answer : new Answer(answer.status(), headers, body(answer));
  }

  private byte[] body(Answer answer) throws IOException {
    String length = answer.header("content-length");
    if (length != null) {
      return in.readNBytes(Integer.parseInt(length));
    }
    if (!"chunked".equalsIgnoreCase(answer.header("transfer-encoding"))) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunk(); size > 0; size = chunk()) {
      all.write(in.readNBytes(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("closed without an answer");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  static String firstLine(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\r');
    return end < 0 ? text : text.substring(0, end);
  }

  static String printable(byte[] request) {
    String text =
        new String(request, 0, Math.min(600, request.length), StandardCharsets.ISO_8859_1);
    return text.replace("\r", "\\r").replace("\n", "\\n").replaceAll("[^\\x20-\\x7e]", "?");
  }

  @Override
  public void close() throws IOException {
    renew();
  }
}
