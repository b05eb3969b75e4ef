package org.yujian.shared.web;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Puts {@link EmptyAnswerHandler} before Vert.x' own handler in each connection. Found by Netty
 * through {@code META-INF/services}; neither Quarkus nor Vert.x offers a place of its own for the
 * answers that they give before any router is asked (414, 431, malformed heads and addresses).
 */
public final class ConnectionProblems extends ChannelInitializerExtension {
  private static final String VERTX_HANDLER = "handler";

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addLast(new Installer());
  }

  /**
   * Waits for the first bytes, as Vert.x builds its pipeline only after the channel is registered.
   */
  private static final class Installer extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (context.pipeline().get(VERTX_HANDLER) != null) {
        context.pipeline().addBefore(VERTX_HANDLER, "problems", new EmptyAnswerHandler());
      }
      context.fireChannelRead(message);
      context.pipeline().remove(this);
    }
  }
}
