package dev.respool.it.random.crossing.plain;

import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Node;

/**
 * Forwards under the name that it is called by.
 *
 * @param target has it done
 */
public record Forwarder(Node target) implements Node {
  @Override
  public int go(Route route, int value) {
    int result = target.go(route, value);
    route.note("forwarded " + result);
    return result;
  }
}
