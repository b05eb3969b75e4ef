package org.yujian.shared.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Passes on the requests of a connection one at a time: the next one when the previous response has
 * been written and its client reads. Requests sent earlier (pipelining, RFC 9112 section 9.3.2)
 * stay in the socket, so a client that sends and never reads costs little memory.
 */
final class PipeliningGuard extends ChannelDuplexHandler {
  private final Deque<Object> ahead = new ArrayDeque<>();

  /** True from a request's head to the end of its response. */
  private boolean taken;

  private boolean passing;
  private boolean paused;

  private boolean whole = true;

  /**
   * The current request or its response closes: Vert.x neither handles nor releases later messages.
   */
  private boolean last;

  private boolean over;

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (over) {
      ReferenceCountUtil.release(message);
      return;
    }
    ahead.add(message);
    if (!passing) {
      pass(context);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    boolean informs = message instanceof HttpResponse answer && answer.status().code() < 200;
    if (message instanceof HttpResponse answer && !informs && closes(answer)) {
      last = true;
      endAfterThis();
    }
    context.write(message, promise);
    if (message instanceof LastHttpContent && !informs) {
      if (ahead.isEmpty() || passing) {
        taken = false;
      } else {
        // Vert.x finishes this response first.
        context
            .executor()
            .execute(
                () -> {
                  taken = false;
                  goOn(context);
                });
      }
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.fireChannelWritabilityChanged();
    goOn(context);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    drop();
    context.fireChannelInactive();
  }

  private void drop() {
    ahead.forEach(ReferenceCountUtil::release);
    ahead.clear();
  }

  private void goOn(ChannelHandlerContext context) {
    if (!ahead.isEmpty() && !passing) {
      pass(context);
      // Flushes what Vert.x has written.
      context.fireChannelReadComplete();
    }
  }

  private void pass(ChannelHandlerContext context) {
    passing = true;
    if (isDue(context, ahead.peek())) {
      // Resumes before Vert.x, which may pause for the next message.
      pause(context, false);
    }
    while (!ahead.isEmpty() && isDue(context, ahead.peek())) {
      Object message = ahead.poll();
      if (message instanceof HttpRequest request) {
        taken = true;
        last = closes(request);
      }
      whole = message instanceof LastHttpContent;
      over = last && whole;
      context.fireChannelRead(message);
      endAfterThis();
    }
    passing = false;
    pause(context, !ahead.isEmpty());
  }

  private void endAfterThis() {
    if (last && whole) {
      over = true;
      drop();
    }
  }

  /**
   * Whether a request asks to close. Vert.x compares the header as a whole and keeps the connection
   * open after {@code keep-alive, close}, so the header is reduced to the word that applies.
   */
  private static boolean closes(HttpRequest request) {
    boolean closes = !HttpUtil.isKeepAlive(request);
    if (request.headers().contains(HttpHeaderNames.CONNECTION)) {
      boolean old = !request.protocolVersion().isKeepAliveDefault();
      if (closes) {
        request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
      } else if (old) {
        request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
      }
    }
    return closes;
  }

  private static boolean closes(HttpResponse answer) {
    return answer.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
  }

  /** Whether a message may be passed on; a body always follows its head. */
  private boolean isDue(ChannelHandlerContext context, Object message) {
    return !(message instanceof HttpRequest) || !taken && context.channel().isWritable();
  }

  /**
   * Pauses or resumes reading. Vert.x does so too, for bodies: only what was paused here is resumed
   * here, and while messages wait each read pauses again.
   */
  private void pause(ChannelHandlerContext context, boolean wanted) {
    if (wanted || paused) {
      paused = wanted;
      context.channel().config().setAutoRead(!wanted);
    }
  }
}
