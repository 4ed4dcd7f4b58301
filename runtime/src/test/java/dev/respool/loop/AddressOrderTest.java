package dev.respool.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressOrderTest {

  @Test
  void the_families_take_turns_and_the_order_within_each_is_kept() throws UnknownHostException {
    assertEquals(addresses("1.1.1.1"), order("1.1.1.1"));
    assertEquals(addresses("1.1.1.1", "1.1.1.2"), order("1.1.1.1", "1.1.1.2"));
    assertEquals(
        addresses("::1", "1.1.1.1", "::2", "1.1.1.2", "::3", "::4"),
        order("::1", "::2", "::3", "::4", "1.1.1.1", "1.1.1.2"));
    assertEquals(addresses("1.1.1.1", "::1", "::2", "::3"), order("1.1.1.1", "::1", "::2", "::3"));
  }

  private static List<InetAddress> order(String... found) throws UnknownHostException {
    return AddressOrder.interleaved(addresses(found));
  }

  private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
    List<InetAddress> all = new ArrayList<>();
    for (String text : texts) {
      all.add(InetAddress.getByName(text));
    }
    return all;
  }
}
