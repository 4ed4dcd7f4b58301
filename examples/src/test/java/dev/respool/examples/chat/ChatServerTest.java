package dev.respool.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.loop.EventLoop;
import dev.respool.loop.ServeReport;
import dev.respool.loop.TcpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChatServerTest {
  private static final ChatLimits FAST =
      new ChatLimits(100, 1000, 100_000, 100, 200, Duration.ofSeconds(20));

  private final EventLoop loop = EventLoop.create();
  private TcpServer server;
  private InetSocketAddress address;
  private ChatServer chat;
  private CompletableFuture<ServeReport> report;
  private Thread thread;

  private void start(ChatLimits limits) throws IOException {
    server = TcpServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = server.localAddress();
    chat = new ChatServer(server, limits);
    report = loop.spawn(() -> chat.run()).toCompletableFuture();
    thread = new Thread(loop::runUntilDone, "chat-server");
    thread.start();
  }

  private ServeReport end() throws Exception {
    loop.spawn(() -> chat.end());
    return report.get();
  }

  @AfterEach
  void stop() throws Exception {
    report.cancel(true);
    thread.join();
    server.close();
  }

  private Person person(String name) throws IOException {
    return new Person(address, name);
  }

  @Test
  void people_hear_each_other_and_who_comes_and_goes() throws Exception {
    start(FAST);
    try (Person ann = person("ann");
        Person bob = person("bob")) {
      ann.hears("* guest-2 has joined");
      ann.hears("* guest-2 is now bob");
      bob.say("hello, ann");
      ann.hears("bob: hello, ann");
      ann.say("/who");
      ann.hears("* here are ann, bob");
      ann.say("hello, bob\nhow are you?");
      bob.hears("ann: hello, bob");
      bob.hears("ann: how are you?");
      bob.say("/quit");
      bob.hears("* goodbye");
      bob.hearsTheEnd();
      ann.hears("* bob has left");
      ann.say("/who");
      ann.hears("* here are ann");
    }
  }

  @Test
  void names_are_short_and_belong_to_one() throws Exception {
    start(FAST);
    try (Person ann = person("ann");
        Person bob = person("bob")) {
      ann.hears("* guest-2 has joined");
      bob.say("/name ANN");
      bob.hears("* ann is here already: choose another name");
      bob.say("/name " + "b".repeat(21));
      bob.hears("* a name has 1 to 20 letters, digits, _ and -");
      bob.say("/name b o b");
      bob.hears("* a name has 1 to 20 letters, digits, _ and -");
      bob.say("/name Bob");
      bob.hears("* you are Bob");
      bob.say("/help");
      bob.hears("* there is no command /help: /name NAME, /who, /quit");
    }
  }

  @Test
  void a_line_that_is_too_long_or_not_text_ends_the_conversation_of_its_sender_only()
      throws Exception {
    start(FAST);
    try (Person ann = person("ann");
        Person bob = person("bob");
        Person cat = person("cat")) {
      bob.say("x".repeat(1001));
      bob.hears("* guest-3 has joined");
      bob.hears("* guest-3 is now cat");
      bob.hears("* a line has at most 1000 bytes: goodbye");
      bob.hearsTheEnd();
      cat.hears("* bob has left");
      cat.send(new byte[] {(byte) 0xff, '\n'});
      cat.hears("* this server speaks UTF-8: goodbye");
      cat.hearsTheEnd();
      ann.say("/who");
      String heard = ann.hear();
      while (!heard.startsWith("* here are")) {
        heard = ann.hear();
      }
      assertEquals("* here are ann", heard);
    }
  }

  @Test
  void control_characters_do_not_reach_the_others() throws Exception {
    start(FAST);
    try (Person ann = person("ann");
        Person bob = person("bob")) {
      ann.say("\u001b[2Jboo\u009b!");
      bob.hears("ann: [2Jboo !");
    }
  }

  @Test
  void who_says_no_more_still_hears_the_last_words() throws Exception {
    start(FAST);
    try (Person ann = person("ann")) {
      ann.stopTalking();
      ann.hears("* goodbye");
      ann.hearsTheEnd();
    }
  }

  @Test
  void a_client_that_does_not_read_is_dropped_and_delays_nobody() throws Exception {
    start(FAST);
    try (Person talker = person("talker");
        Person fast = person("fast");
        Person slow = Person.withSmallBuffer(address, "slow")) {
      fast.hears("* guest-3 has joined");
      fast.hears("* guest-3 is now slow");
      slow.say("I shall not read");
      fast.hears("slow: I shall not read");
      assertTrue(talkUntilSlowIsDropped(talker, fast));
      talker.say("/who");
      String heard = talker.hear();
      while (!heard.startsWith("* here are")) {
        heard = talker.hear();
      }
      assertEquals("* here are talker, fast", heard);
      assertEquals(3, end().accepted());
    }
  }

  /** The fast one gets each batch whole before the next one is sent. */
  private static boolean talkUntilSlowIsDropped(Person talker, Person fast) throws IOException {
    String line = "y".repeat(990);
    for (int batch = 0; batch < 4_000; batch++) { // some 100 times what systems buffer
      talker.say((line + "\n").repeat(49) + line);
      for (int i = 0; i < 50; i++) {
        String heard = fast.hear();
        if (heard.startsWith("* slow")) {
          assertEquals("* slow was dropped, because it was too slow", heard);
          return true;
        }
        assertEquals("talker: " + line, heard);
      }
    }
    return false;
  }

  @Test
  void a_client_that_sends_too_much_is_read_more_slowly() throws Exception {
    start(new ChatLimits(10, 100, 10, 100, 100, Duration.ofSeconds(20)));
    try (Person ann = person("ann");
        Person bob = person("bob")) {
      long start = System.nanoTime();
      ann.say("spam\n".repeat(22) + "spam");
      for (int i = 0; i < 23; i++) {
        bob.hears("ann: spam");
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(took.compareTo(Duration.ofSeconds(1)) > 0, took.toString());
    }
  }

  @Test
  void at_the_end_everybody_gets_a_last_word_and_nobody_is_cut_off() throws Exception {
    start(FAST);
    try (Person ann = person("ann");
        Person bob = person("bob")) {
      ann.hears("* guest-2 has joined");
      ann.hears("* guest-2 is now bob");
      assertEquals(new ServeReport(2, 0, 0), end());
      ann.hears("* the server ends: goodbye");
      ann.hearsTheEnd();
      bob.hears("* the server ends: goodbye");
      bob.hearsTheEnd();
      assertThrows(ConnectException.class, () -> person("late"));
    }
  }
}
