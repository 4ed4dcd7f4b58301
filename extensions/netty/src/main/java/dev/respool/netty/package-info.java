/**
 * How do coroutines use Netty?
 *
 * <p>In come Netty's channels, futures and event loops. Out go tasks that run on the threads of
 * these event loops: one per connection ({@link dev.respool.netty.CoroutineHandler}), one per
 * connection of HTTP/1.1 or stream of HTTP/2 ({@link dev.respool.netty.HttpServer}), or your own
 * ({@link dev.respool.netty.NettyLoops}).
 *
 * <p>The package uses the runtime's public API only. Protocols other than HTTP do not belong here:
 * put their codecs in front of a {@code CoroutineHandler}.
 */
package dev.respool.netty;
