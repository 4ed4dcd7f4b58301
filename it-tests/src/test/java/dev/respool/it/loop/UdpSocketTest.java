package dev.respool.it.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.loop.EventLoop;
import dev.respool.loop.Task;
import dev.respool.loop.Tasks;
import dev.respool.loop.UdpSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UdpSocketTest {

  @Test
  void datagrams_come_whole_with_their_sender() throws Exception {
    assertEquals(
        List.of("hello", "", "hel", "answer"), Transformed.call(Program.class, "exchange"));
  }

  @Test
  void closing_wakes_a_receiver() throws Exception {
    assertEquals("closed", Transformed.call(Program.class, "closing"));
  }

  /** Transformed. */
  public static class Program {
    private static UdpSocket open() throws IOException {
      return UdpSocket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static ByteBuffer bytes(String text) {
      return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** There and back. */
    public static List<String> exchange() {
      return EventLoop.run(
          () -> {
            try (UdpSocket here = open();
                UdpSocket there = open()) {
              here.connect(there.localAddress());
              Task<String> first = Tasks.async(() -> receive(there, here.localAddress(), 10));
              Tasks.yieldNow();
              here.send(bytes("hello"));
              String whole = first.await();
              there.send(bytes(""), here.localAddress());
              String empty = receive(here, there.localAddress(), 10);
              here.send(bytes("hello"));
              String part = receive(there, here.localAddress(), 3);
              there.send(bytes("answer"), here.localAddress());
              return List.of(whole, empty, part, receive(here, there.localAddress(), 10));
            }
          });
    }

    @Suspendable
    private static String receive(UdpSocket socket, SocketAddress from, int room)
        throws IOException {
      ByteBuffer target = ByteBuffer.allocate(room);
      SocketAddress sender = socket.receive(target);
      String text = StandardCharsets.UTF_8.decode(target.flip()).toString();
      return sender.equals(from) ? text : text + " of " + sender;
    }

    /** Under a receiver. */
    public static String closing() {
      return EventLoop.run(
          () -> {
            UdpSocket socket = open();
            Task<String> receiver =
                Tasks.async(
                    () -> {
                      try {
                        return "" + socket.receive(ByteBuffer.allocate(1));
                      } catch (ClosedChannelException e) {
                        return "closed";
                      }
                    });
            Tasks.yieldNow();
            socket.close();
            return receiver.await();
          });
    }
  }
}
