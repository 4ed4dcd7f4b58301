package dev.respool.it.random.crossing.plain;

import dev.respool.it.random.Link;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.Built;
import dev.respool.it.random.crossing.Node;
import dev.respool.it.random.crossing.Statics;
import java.lang.reflect.Proxy;

/** Callers that nobody transformed. */
public final class Foreign {
  private Foreign() {}

  /** A reference: one hidden class for all nodes. */
  public static Node reference(Node node) {
    return node::go;
  }

  /** A proxy of the JDK. */
  public static Node proxy(Node node) {
    Class<?>[] types = {Node.class};
    return (Node)
        Proxy.newProxyInstance(
            Node.class.getClassLoader(),
            types,
            (self, method, arguments) -> node.go((Route) arguments[0], (int) arguments[1]));
  }

  /** Calls a static method. */
  public static int call(Link link, Route route, int value) {
    return noted(
        route,
        switch (link) {
          case PLAIN_STATIC -> Statics.go(route, value);
          case PLAIN_LONG -> (int) Statics.ofLong(route, value);
          case PLAIN_DOUBLE -> (int) Statics.ofDouble(route, value);
          default -> ofVoid(route, value);
        });
  }

  private static int ofVoid(Route route, int value) {
    Statics.ofVoid(route, value);
    return Statics.last();
  }

  /** Calls a constructor. */
  public static int construct(Route route, int value) {
    return noted(route, new Built(route, value).made());
  }

  private static int noted(Route route, int result) {
    route.note("foreign " + result);
    return result;
  }

  /** A node of a new class, the first call of which initialises another class, or is linked. */
  public static Node late(Link link, Route route) {
    FreshLoader loader = new FreshLoader();
    boolean first = route.draw(2) == 0;
    if (link == Link.INITIALISER) {
      return loader.make(first ? "CallsInitialised" : "CallsHeir");
    }
    Node made = loader.make(first ? "CallsStatic" : "CallsFar");
    loader.callBefore(first ? "Statics" : "Far");
    return made;
  }
}
