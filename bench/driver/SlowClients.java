package bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Connections that say nothing, and clients that send a byte a second and never come to an end. */
final class SlowClients implements AutoCloseable {
  private static final String HEAD = "GET /v1/articles HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
  private static final String BODY =
      "POST /v1/devices HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          + "Content-Length: 5000\r\n\r\n{\"name\": \"";

  private final List<SocketChannel> idle = new ArrayList<>();
  private final List<SocketChannel> slow = new ArrayList<>();
  private final int port;
  private final Thread drip = new Thread(this::drip, "drip");
  private volatile boolean ended;
  private volatile int ends;
  private volatile int headsEnded;

  /**
   * @param idle connections without a request
   * @param slow clients; of every two one has a slow head, the other a slow body
   */
  SlowClients(int port, int idle, int slow) throws IOException {
    this.port = port;
    for (int i = 0; i < idle; i++) {
      this.idle.add(open());
    }
    for (int i = 0; i < slow; i++) {
      SocketChannel channel = open();
      write(channel, i % 2 == 0 ? HEAD : BODY);
      this.slow.add(channel);
    }
    drip.start();
  }

  private SocketChannel open() throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.configureBlocking(false);
    return channel;
  }

  private static void write(SocketChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private void drip() {
    List<SocketChannel> going = new ArrayList<>(slow);
    while (!ended) {
      going.removeIf(channel -> !goesOn(channel));
      ends = slow.size() - going.size();
      headsEnded = (int) heads().filter(channel -> !going.contains(channel)).count();
      LockSupport.parkNanos(1_000_000_000L);
    }
  }

  /** Until the server has answered, or hung up. */
  private static boolean goesOn(SocketChannel channel) {
    try {
      if (channel.read(ByteBuffer.allocate(4_096)) != 0) {
        channel.close();
        return false;
      }
      write(channel, "a");
      return true;
    } catch (IOException hungUp) {
      return false;
    }
  }

  /** How many of the slow ones the server has put an end to. */
  int ends() {
    return ends;
  }

  /** Of them those with a slow head. */
  int headsEnded() {
    return headsEnded;
  }

  private Stream<SocketChannel> heads() {
    return IntStream.range(0, slow.size()).filter(i -> i % 2 == 0).mapToObj(slow::get);
  }

  /** How many of the silent connections the server has closed. */
  int closed() throws IOException {
    int closed = 0;
    for (SocketChannel channel : idle) {
      closed += channel.isOpen() && channel.read(ByteBuffer.allocate(1)) < 0 ? 1 : 0;
    }
    return closed;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    LockSupport.unpark(drip);
    for (SocketChannel channel : idle) {
      channel.close();
    }
    for (SocketChannel channel : slow) {
      channel.close();
    }
  }
}
