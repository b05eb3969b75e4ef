package org.yujian.shared.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.yujian.shared.problem.BodyLimit;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemAnswer;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.problem.ProblemRenderer;
import org.yujian.shared.problem.RenderedProblem;
import org.yujian.shared.problem.RequestId;

/**
 * Adds a problem document to every error response without a body, and sends one for a malformed
 * chunked body, where Vert.x would only close the connection. Tracks the requests of a connection,
 * because responses are sent in their order. A request whose head takes too long, or whose body
 * stops arriving, gets 408.
 */
final class ProblemBodyHandler extends ChannelDuplexHandler {
  private record Asked(
      HttpVersion version, HttpMethod method, String path, String language, String requestId) {

    boolean isSpoken() {
      return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }
  }

  /** Marks a request that Vert.x has to refuse; it has no stack trace. */
  private static final class HttpVersionNotSpoken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpVersionNotSpoken() {
      super("version of HTTP", null, false, false);
    }
  }

  private final Deque<Asked> waiting = new ArrayDeque<>();
  private final Duration patience;
  private ScheduledFuture<?> deadline;
  private boolean receiving;
  private boolean answering;
  private boolean closing;

  ProblemBodyHandler(Duration patience) {
    this.patience = patience;
  }

  /** Called when bytes arrive: a head has this long to become complete, a body to continue. */
  void arrived(ChannelHandlerContext context) {
    if (deadline == null || receiving) {
      stopClock();
      startClock(context);
    }
  }

  private void startClock(ChannelHandlerContext context) {
    deadline =
        context
            .executor()
            .schedule(() -> late(context), patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stopClock() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  private void late(ChannelHandlerContext context) {
    if (!context.channel().config().isAutoRead()) {
      // The server paused reading, so the client is not at fault.
      startClock(context);
      return;
    }
    if (closing || answering || waiting.size() > 1 || waiting.size() == 1 && !receiving) {
      context.close();
      return;
    }
    if (waiting.isEmpty()) {
      waiting.add(new Asked(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", null, null));
    }
    hangUp(context, HttpResponseStatus.REQUEST_TIMEOUT);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    stopClock();
    super.channelInactive(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (closing) {
      ReferenceCountUtil.release(message);
      return;
    }
    if (message instanceof HttpRequest request) {
      begins(request);
    } else if (message instanceof HttpContent content
        && content.decoderResult().isFailure()
        && waiting.size() == 1
        && !answering) {
      ReferenceCountUtil.release(message);
      hangUp(context, HttpResponseStatus.BAD_REQUEST);
      return;
    }
    boolean damaged = message instanceof HttpContent part && part.decoderResult().isFailure();
    if (damaged && waiting.isEmpty() && !answering) {
      // The response is already on its way: Vert.x would close the connection before it has left.
      ReferenceCountUtil.release(message);
      closing = true;
      context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    if (message instanceof LastHttpContent) {
      receiving = false;
      stopClock();
    }
    super.channelRead(context, message);
  }

  private void begins(HttpRequest request) {
    receiving = true;
    Asked asked =
        new Asked(
            request.protocolVersion(),
            request.method(),
            path(request.uri()),
            String.join(",", request.headers().getAll(HttpHeaderNames.ACCEPT_LANGUAGE)),
            request.headers().get(RequestId.HEADER));
    waiting.addLast(asked);
    if (!asked.isSpoken()) {
      // Vert.x would repeat the version in its response, and Quarkus does not check it.
      request.setProtocolVersion(HttpVersion.HTTP_1_1);
      request.setDecoderResult(DecoderResult.failure(new HttpVersionNotSpoken()));
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse response && response.status().code() >= 200) {
      answering = !(response instanceof FullHttpResponse);
      Asked asked = waiting.pollFirst();
      if (asked != null && isEmptyError(response)) {
        FullHttpResponse filled = filled((FullHttpResponse) response, asked);
        ReferenceCountUtil.release(message);
        boolean last =
            filled
                .headers()
                .containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        closing = closing || last;
        super.write(
            context,
            filled,
            last ? promise.unvoid().addListener(ChannelFutureListener.CLOSE) : promise);
        return;
      }
    } else if (message instanceof LastHttpContent) {
      answering = false;
    }
    super.write(context, message, promise);
  }

  private static boolean isEmptyError(HttpResponse response) {
    return response.status().code() >= 400
        && response instanceof FullHttpResponse full
        && !full.content().isReadable()
        && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
  }

  private static Problem problem(HttpResponseStatus status, Asked asked) {
    if (!asked.isSpoken()) {
      return ProblemCode.HTTP_VERSION_NOT_SUPPORTED.problem();
    }
    return status.code() == HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code()
        ? BodyLimit.of(asked.path()).problem()
        : ProblemAnswer.forStatus(status.code(), asked.method().name());
  }

  private static FullHttpResponse filled(FullHttpResponse empty, Asked asked) {
    Problem problem = problem(empty.status(), asked);
    String known = empty.headers().get(RequestId.HEADER);
    RenderedProblem rendered =
        ProblemRenderer.render(
            problem, asked.language(), known == null ? RequestId.choose(asked.requestId()) : known);
    boolean head = asked.method().equals(HttpMethod.HEAD);
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            empty.protocolVersion(),
            HttpResponseStatus.valueOf(rendered.status()),
            head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(rendered.body()));
    answer.headers().set(empty.headers());
    rendered.headers().forEach((name, value) -> answer.headers().set(name, value));
    answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, rendered.body().length);
    if (!asked.isSpoken() || rendered.status() == HttpResponseStatus.BAD_REQUEST.code()) {
      // The end of such a request is unknown, so the connection cannot be used again.
      answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    return answer;
  }

  private void hangUp(ChannelHandlerContext context, HttpResponseStatus status) {
    closing = true;
    stopClock();
    Asked asked = waiting.pollFirst();
    FullHttpResponse nothing =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            Unpooled.EMPTY_BUFFER,
            EmptyHttpHeaders.INSTANCE,
            EmptyHttpHeaders.INSTANCE);
    FullHttpResponse answer = filled(nothing, asked);
    answer.headers().set(HttpHeaderNames.CONNECTION, "close");
    context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
  }

  private static String path(String uri) {
    int query = uri.indexOf('?');
    return query < 0 ? uri : uri.substring(0, query);
  }
}
