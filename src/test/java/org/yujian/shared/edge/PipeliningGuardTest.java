package org.yujian.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipeliningGuardTest {
  private static final int LIMIT = 32 * 1024;

  /** What comes behind the handler: answers when told to, or at once. */
  private static final class Server extends ChannelInboundHandlerAdapter {
    final List<String> came = new ArrayList<>();
    boolean atOnce;
    boolean pausesForBodies;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      came.add(message instanceof HttpRequest request ? request.uri() : "body");
      if (pausesForBodies && !(message instanceof HttpRequest)) {
        context.channel().config().setAutoRead(false);
      }
      if (atOnce && message instanceof LastHttpContent) {
        context.write(answer(HttpResponseStatus.OK));
      }
    }
  }

  private final Server server = new Server();
  private final EmbeddedChannel connection = new EmbeddedChannel(new PipeliningGuard(), server);

  private static Object answer(HttpResponseStatus status) {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(new byte[1_000]));
  }

  private static Object get(String path) {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
  }

  private void answered(HttpResponseStatus status) {
    connection.writeOutbound(answer(status));
    connection.runPendingTasks();
  }

  private boolean reads() {
    return connection.config().isAutoRead();
  }

  @Test
  void theNextComesWhenTheOneBeforeIsAnswered() {
    connection.writeInbound(get("/1"), get("/2"), get("/3"));
    assertThat(server.came).containsExactly("/1");
    assertThat(reads()).isFalse();

    answered(HttpResponseStatus.OK);
    assertThat(server.came).containsExactly("/1", "/2");
    assertThat(reads()).isFalse();

    answered(HttpResponseStatus.OK);
    assertThat(server.came).containsExactly("/1", "/2", "/3");
    assertThat(reads()).isTrue();
  }

  @Test
  void anInformationIsNoAnswer() {
    connection.writeInbound(get("/1"), get("/2"));
    answered(HttpResponseStatus.CONTINUE);
    assertThat(server.came).containsExactly("/1");
  }

  @Test
  void aBodyComesWithItsHeadAndNotWithAnother() {
    HttpRequest post = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/post");
    HttpContent part = new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[10]));
    connection.writeInbound(get("/1"), post, part, LastHttpContent.EMPTY_LAST_CONTENT, get("/2"));
    assertThat(server.came).containsExactly("/1");

    answered(HttpResponseStatus.OK);
    assertThat(server.came).containsExactly("/1", "/post", "body", "body");
  }

  @Test
  void whoDoesNotReadIsNotAnsweredFurther() {
    server.atOnce = true;
    for (int i = 0; i < 1_000; i++) {
      // Nothing is sent before all has been read, as in a channel.
      connection.pipeline().fireChannelRead(get("/" + i));
    }
    int before = server.came.size();
    assertThat(connection.unsafe().outboundBuffer().totalPendingWriteBytes()).isLessThan(3 * LIMIT);
    assertThat(before).isLessThan(100);
    assertThat(reads()).isFalse();

    connection.flush();
    connection.runPendingTasks();
    assertThat(server.came).hasSizeGreaterThan(before);
    while (server.came.size() < 1_000) {
      connection.flush();
      connection.runPendingTasks();
    }
    assertThat(server.came).startsWith("/0", "/1").endsWith("/998", "/999");
    assertThat(reads()).isTrue();
  }

  /** As Vert.x does when it wants more of a body. */
  @Test
  void whoGoesOnReadingIsPausedAgain() {
    connection.writeInbound(get("/1"), get("/2"));
    connection.config().setAutoRead(true);
    connection.writeInbound(get("/3"));
    assertThat(reads()).isFalse();
    assertThat(server.came).containsExactly("/1");
  }

  @Test
  void whoPausesForABodyStaysPaused() {
    server.pausesForBodies = true;
    HttpRequest post = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/post");
    HttpContent part = new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[10]));
    connection.writeInbound(get("/1"), post, part, LastHttpContent.EMPTY_LAST_CONTENT);
    answered(HttpResponseStatus.OK);
    assertThat(server.came).containsExactly("/1", "/post", "body", "body");
    assertThat(reads()).isFalse();
  }

  @Test
  void nothingComesAfterTheLastAndNothingOfItIsKept() {
    DefaultFullHttpRequest close =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/1");
    close.headers().set("Connection", "close");
    DefaultFullHttpRequest after =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/2", Unpooled.buffer().writeByte(1));
    HttpContent more = new DefaultHttpContent(Unpooled.buffer().writeByte(1));
    connection.writeInbound(close, after);
    connection.writeInbound(more);
    assertThat(server.came).containsExactly("/1");
    assertThat(after.refCnt()).isZero();
    assertThat(more.refCnt()).isZero();
    answered(HttpResponseStatus.OK);
    assertThat(server.came).containsExactly("/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep-alive, close", "Close , keep-alive", "foo,CLOSE"})
  void closeIsFoundInAListAndToldAlone(String connectionHeader) {
    DefaultFullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/1");
    request.headers().set("Connection", connectionHeader);
    connection.writeInbound(request, get("/2"));
    assertThat(server.came).containsExactly("/1");
    // Vert.x compares the whole value.
    assertThat(request.headers().getAll("Connection")).containsExactly("close");
  }

  @Test
  void nothingComesAfterAnAnswerThatCloses() {
    DefaultFullHttpRequest after =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/2", Unpooled.buffer().writeByte(1));
    connection.writeInbound(get("/1"), after);
    DefaultFullHttpResponse closing = (DefaultFullHttpResponse) answer(HttpResponseStatus.OK);
    closing.headers().set("Connection", "close");
    connection.writeOutbound(closing);
    connection.runPendingTasks();
    connection.writeInbound(get("/3"));
    assertThat(server.came).containsExactly("/1");
    assertThat(after.refCnt()).isZero();
  }

  /** Vert.x waits for the rest of a body that was refused. */
  @Test
  void theRestOfABodyComesAfterAnAnswerThatCloses() {
    HttpRequest post = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/post");
    connection.writeInbound(post);
    DefaultFullHttpResponse closing = (DefaultFullHttpResponse) answer(HttpResponseStatus.OK);
    closing.headers().set("Connection", "close");
    connection.writeOutbound(closing);
    connection.runPendingTasks();
    connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT, get("/2"));
    assertThat(server.came).containsExactly("/post", "body");
  }

  @Test
  void othersPausesAreLeftAlone() {
    connection.config().setAutoRead(false);
    HttpRequest post = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/post");
    connection.writeInbound(post, LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(reads()).isFalse();
  }

  @Test
  void whatWaitsIsReleasedWhenItsClientLeaves() {
    DefaultFullHttpRequest second =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/2", Unpooled.buffer().writeByte(1));
    connection.writeInbound(get("/1"), second);
    connection.close();
    assertThat(second.refCnt()).isZero();
  }
}
