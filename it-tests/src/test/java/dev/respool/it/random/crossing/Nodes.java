package dev.respool.it.random.crossing;

import dev.respool.Suspendable;
import dev.respool.it.random.Link;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.plain.Foreign;
import dev.respool.it.random.crossing.plain.Forwarder;
import dev.respool.it.random.crossing.plain.Overriding;

/** The classes behind {@link Node}. */
final class Nodes {
  private Nodes() {}

  /** What the call of a link goes to; null for {@link Link#ABSENT}. */
  static Node of(Link link, Route route) {
    return switch (link) {
      case FORWARDER -> new Forwarder(any(route));
      case OVERRIDE -> new Overriding();
      case PROXY -> Foreign.proxy(any(route));
      case FORWARDING_REFERENCE -> Foreign.reference(new Forwarder(any(route)));
      case PLAIN_REFERENCE -> Foreign.reference(good(route));
      case ABSENT -> null;
      default -> capturable(link);
    };
  }

  private static Node capturable(Link link) {
    return switch (link) {
      case ALPHA -> new Alpha();
      case BETA -> new Beta();
      case GAMMA, DEFAULT -> new Gamma(7);
      case BOTH -> new Both();
      case LAMBDA -> (route, value) -> value - Walker.walk(route, value);
      case REFERENCE -> Walker::walk;
      case IDLE -> new Idle();
      case FAILING -> new Failing();
      default -> throw new IllegalArgumentException(link.toString());
    };
  }

  /** One without a foreign frame. */
  private static Node good(Route route) {
    Link[] links = {Link.ALPHA, Link.BETA, Link.GAMMA, Link.BOTH, Link.LAMBDA, Link.REFERENCE};
    return capturable(links[route.draw(links.length)]);
  }

  /** One of all, for what forwards anyway. */
  private static Node any(Route route) {
    return switch (route.draw(6)) {
      case 0 -> new Forwarder(good(route));
      case 1 -> Foreign.reference(good(route));
      case 2 -> new Overriding();
      default -> good(route);
    };
  }

  private static final class Beta extends Alpha {
    @Override
    @Suspendable
    public int go(Route route, int value) {
      return super.go(route, value - 1) + value;
    }
  }

  private record Gamma(int factor) implements Node {
    @Override
    @Suspendable
    public int go(Route route, int value) {
      return factor * Walker.walk(route, value) + factor;
    }
  }

  /** Takes no notice of who called. */
  private static final class Idle implements Node {
    @Override
    public int go(Route route, int value) {
      return value ^ 5;
    }
  }

  private static final class Failing implements Node {
    @Override
    public int go(Route route, int value) {
      throw new Bang();
    }
  }

  /** Nobody takes its method for suspendable. */
  static class Unnamed {
    public int go(Route route, int value) {
      return value;
    }
  }

  static final class Both extends Unnamed implements Node {
    @Override
    @Suspendable
    public int go(Route route, int value) {
      return Walker.walk(route, value + 2) - value;
    }
  }
}
