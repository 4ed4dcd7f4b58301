package dev.respool.it.random.crossing;

import dev.respool.Coroutine;
import dev.respool.CoroutineBody;
import dev.respool.NotSuspendableException;
import dev.respool.Suspendable;
import dev.respool.it.random.Link;
import dev.respool.it.random.Route;
import dev.respool.it.random.crossing.plain.Foreign;
import dev.respool.it.random.crossing.plain.Forwarder;
import dev.respool.it.random.crossing.plain.Overriding;
import java.util.function.IntUnaryOperator;

/** Takes the steps of a route, each below the one before until that returns. */
public final class Walker implements CoroutineBody<Object, Object> {
  private static Node last;

  @Override
  @Suspendable
  public Object run(Object route) {
    return walk((Route) route, 1);
  }

  /** Takes steps up to the next return. */
  @Suspendable
  public static int walk(Route route, int value) {
    int result = value;
    for (Link link = route.next(); link != Link.RETURN; link = route.next()) {
      result = result * 31 + watched(route, link, result);
    }
    return result;
  }

  @Suspendable
  private static int watched(Route route, Link link, int value) {
    int mark = route.enter(link, value);
    try {
      return step(route, link, value);
    } finally {
      route.leave(mark);
    }
  }

  @Suspendable
  private static int step(Route route, Link link, int v) {
    return switch (link) {
      case VIRTUAL -> virtual(route.draw(2) == 0 ? new Alpha() : (Alpha) beta(route), route, v);
      case VIRTUAL_OVERRIDE -> virtual(new Overriding(), route, v);
      case UNNAMED -> unnamed(new Nodes.Both(), route, v);
      case LOCKED -> locked(new Nodes.Both(), route, v);
      case STATIC -> v + Statics.go(route, v);
      case LONG -> (int) Statics.ofLong(route, v) + v;
      case DOUBLE -> (int) Statics.ofDouble(route, v) - v;
      case VOID -> ofVoid(route, v);
      case PLAIN_STATIC, PLAIN_LONG, PLAIN_DOUBLE, PLAIN_VOID -> Foreign.call(link, route, v);
      case CHANGED -> changed(new Alpha(), new Alpha(), route, v);
      case CHANGED_FORWARDER -> changed(new Forwarder(new Alpha()), new Alpha(), route, v);
      case TWIN_AA -> new Twins().Aa(route, v) - v;
      case TWIN_BB -> (route.draw(2) == 0 ? new Twins() : new Twins.Crossed()).BB(route, v);
      case CROSSED -> ((Twins) new Twins.Crossed()).Aa(route, v) - v;
      case STATIC_BB -> Statics.BB(route, v) * 3;
      case STATIC_CROSSED -> Statics.Aa(route, v) * 5;
      case BRIDGE -> bridged(new Generic.OfRoute(), route, v);
      case DEFAULT -> Nodes.of(link, route).twice(route, v);
      case CONSTRUCTOR -> v - new Built.Extended(route, v).sum();
      case PLAIN_CONSTRUCTOR -> v - Foreign.construct(route, v);
      case OPERATOR -> applied(x -> x - walk(route, x), v);
      case COMPOSED -> applied(((IntUnaryOperator) x -> walk(route, x)).andThen(x -> x + 1), v);
      case HANDLE, REFLECTION -> Reflective.call(link, route, v);
      case INITIALISER, LOADER -> late(link, route, v);
      case NESTED -> nested(route, v);
      case CATCH -> caught(route, v);
      case YIELD -> pause(route, v);
      case THROW -> throw new Bang();
      case FAILING, ABSENT -> failing(link, route, v);
      default -> through(Nodes.of(link, route), route, v);
    };
  }

  /** The one call through the interface, for all receivers. */
  @Suspendable
  private static int through(Node node, Route route, int v) {
    return v + node.go(route, v);
  }

  @Suspendable
  private static int virtual(Alpha alpha, Route route, int v) {
    return v - alpha.go(route, v + 3);
  }

  /** When the receiver is called, the other one stands in the place that it was read from. */
  @Suspendable
  private static int changed(Node receiver, Node other, Route route, int v) {
    Node local = receiver;
    Node[] array = {receiver};
    return switch (route.draw(3)) {
      case 0 -> v + local.go(route, (local = other) == null ? 0 : v);
      case 1 -> v - array[0].go(route, (array[0] = other) == null ? 0 : v);
      default -> {
        last = receiver;
        yield v ^ last.go(route, (last = other) == null ? 0 : v);
      }
    };
  }

  private static Node beta(Route route) {
    return Nodes.of(Link.BETA, route);
  }

  /** No suspension point, because the method is not known to be suspendable. */
  @Suspendable
  private static int unnamed(Nodes.Unnamed target, Route route, int v) {
    return v == Integer.MIN_VALUE ? walk(route, v) : target.go(route, v) + 1;
  }

  @Suspendable
  private static int locked(Nodes.Unnamed target, Route route, int v) {
    synchronized (target) {
      return target.go(route, v) - 1;
    }
  }

  @Suspendable
  private static int ofVoid(Route route, int v) {
    Statics.ofVoid(route, v);
    return Statics.last() - v;
  }

  @Suspendable
  private static <T> int bridged(Generic<T> generic, T argument, int v) {
    return v ^ generic.through(argument, v);
  }

  @Suspendable
  private static int applied(IntUnaryOperator operator, int v) {
    return operator.applyAsInt(v) - v;
  }

  /** The class that is called, or the call itself, is new. */
  @Suspendable
  private static int late(Link link, Route route, int v) {
    Node node = Foreign.late(link, route);
    try {
      return node.go(route, v) + 3;
    } catch (ExceptionInInitializerError e) {
      route.note("not initialised");
      throw (RuntimeException) e.getCause();
    }
  }

  @Suspendable
  private static int failing(Link link, Route route, int v) {
    try {
      return through(Nodes.of(link, route), route, v);
    } catch (Bang | NullPointerException e) {
      return v + 11;
    }
  }

  /** A coroutine of its own, which may be anywhere. */
  @Suspendable
  private static int nested(Route route, int v) {
    int mark = route.enterCoroutine();
    try {
      Coroutine<Object, Object> inner = Coroutine.create(first -> walk(route, v) + 1);
      Object out = inner.resume();
      while (!inner.isDone()) {
        out = inner.resume(route.answered(out));
      }
      return (int) out;
    } finally {
      route.leaveCoroutine(mark);
    }
  }

  @Suspendable
  private static int caught(Route route, int v) {
    try {
      return v + walk(route, v);
    } catch (Bang e) {
      route.note("caught");
      return v + walk(route, v - 1);
    } catch (NotSuspendableException e) {
      route.note("refused");
      return v - walk(route, v);
    }
  }

  @Suspendable
  private static int pause(Route route, int v) {
    int answer = route.yields() ? Coroutine.<Integer>yield(v) : route.passed(v);
    return answer + v;
  }
}
