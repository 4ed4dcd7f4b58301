package dev.respool.loop;

import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;

/**
 * The socket behind a connection: how it is set up and known, and how it ends. Its public methods
 * are not final, so that javac writes bridges to them into the public subclass, for reflection.
 */
abstract sealed class ConnectedSocket implements AutoCloseable permits StreamConnection {
  private final SocketChannel channel;
  private final IoPort port;

  ConnectedSocket(SocketChannel channel, IoPort port) {
    this.channel = channel;
    this.port = port;
  }

  final SocketChannel channel() {
    return channel;
  }

  final IoPort port() {
    return port;
  }

  /**
   * Ends the output. The other side reads an end of the stream. You can still read.
   *
   * @throws IOException if the connection is closed or broken
   */
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  /**
   * Sets an option of the socket.
   *
   * @param option of {@link java.net.StandardSocketOptions}
   * @param value its value
   * @param <T> its type
   * @throws UnsupportedOperationException if this kind of connection has no such option
   * @throws IOException if the connection is closed
   */
  public <T> void setOption(SocketOption<T> option, T value) throws IOException {
    channel.setOption(option, value);
  }

  /**
   * An option of the socket.
   *
   * @param option of {@link java.net.StandardSocketOptions}
   * @param <T> its type
   * @return its value
   * @throws UnsupportedOperationException if this kind of connection has no such option
   * @throws IOException if the connection is closed
   */
  public <T> T option(SocketOption<T> option) throws IOException {
    return channel.getOption(option);
  }

  /**
   * Whether this side is open. It says nothing about the other side.
   *
   * @return true until {@link #close} is called
   */
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Closes the connection; tasks that wait for it get an exception. */
  @Override
  public void close() throws IOException {
    port.close();
  }

  @Override
  public String toString() {
    return port.toString();
  }
}
