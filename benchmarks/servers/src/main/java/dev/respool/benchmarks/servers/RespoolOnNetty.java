package dev.respool.benchmarks.servers;

import dev.respool.netty.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A coroutine for each request behind Netty's codec, on one event loop. */
final class RespoolOnNetty implements Peer {
  @Override
  public int start() throws Exception {
    return HttpServer.builder(request -> BareNetty.response())
        .threads(1)
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .address()
        .getPort();
  }
}
