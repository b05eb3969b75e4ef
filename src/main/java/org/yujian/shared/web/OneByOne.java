package org.yujian.shared.web;

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
 * Takes up the requests of a connection one after the other: the next when the answer to the one
 * before has been written, and when its client reads. What a client sends ahead of that
 * (pipelining, RFC 9112 section 9.3.2) stays in its socket, but for what was read together; so one
 * that asks and never reads costs little memory.
 */
final class OneByOne extends ChannelDuplexHandler {
  private final Deque<Object> ahead = new ArrayDeque<>();

  /** From a request's head to the end of its answer. */
  private boolean taken;

  private boolean passing;
  private boolean paused;

  /** The end of the request that was taken last has been passed on. */
  private boolean whole = true;

  /**
   * The connection closes after the request at hand, because it or its answer says so: Vert.x takes
   * nothing after it, and releases nothing either.
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
        // Vert.x ends this answer first.
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
      // Sends what was answered.
      context.fireChannelReadComplete();
    }
  }

  private void pass(ChannelHandlerContext context) {
    passing = true;
    if (isDue(context, ahead.peek())) {
      // Before Vert.x, which may pause for what comes now.
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
   * open after {@code keep-alive, close}, so it gets the one word that is meant.
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

  /** A body goes with its head. */
  private boolean isDue(ChannelHandlerContext context, Object message) {
    return !(message instanceof HttpRequest) || !taken && context.channel().isWritable();
  }

  /**
   * Vert.x pauses and goes on too, for bodies: only what was paused here goes on here, and as long
   * as something waits each read pauses again.
   */
  private void pause(ChannelHandlerContext context, boolean wanted) {
    if (wanted || paused) {
      paused = wanted;
      context.channel().config().setAutoRead(!wanted);
    }
  }
}
