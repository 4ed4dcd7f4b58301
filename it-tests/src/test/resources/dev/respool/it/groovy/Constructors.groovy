package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

/** Constructors: nested, named arguments, defaults, chained, of inner and anonymous classes. */
@CompileStatic
@Suspendable
class Constructors {
  private int seen

  Constructors(int start = 1) {
    seen = start + Probe.i(start)
  }

  @Suspendable
  static class Node {
    final long a
    final Node b
    final double c
    final String d

    Node(long a, Node b, double c, String d) {
      this.a = a + Probe.l(a)
      this.b = b
      this.c = c
      this.d = d
    }

    Node(long a) {
      this(a, null, 0.5d, 'short')
      Probe.hit('chained')
    }

    String toString() { "($a $b $c $d)" }
  }

  @Suspendable
  class Part {
    final int of = Probe.i(seen)

    String text() { "part of $of ${Probe.i(seen)}".toString() }
  }

  @Suspendable
  static abstract class Shape {
    abstract double area(double scale)

    double twice(double scale = 2.0d) { area(scale) * 2 }
  }

  @Suspendable
  static trait Counting {
    int count = 3

    int counted() { count += Probe.i(1); count }
  }

  static class Counter implements Counting {}

  static int sum(int first, int... more) {
    int sum = Probe.i(first)
    for (int part : more) sum += Probe.i(part)
    sum
  }

  private static int failing(String text) {
    try {
      Integer.parseInt(Probe.ref(text))
    } catch (NumberFormatException e) {
      Probe.i(-1)
    }
  }

  static Object run() {
    def all = [] as List<Object>
    all << new Node(Probe.l(1L), new Node(2L, Probe.b(false) ? null : new Node(Probe.l(3L) + failing('x')), Probe.d(2.5d), 'middle'), Probe.d(3.5d), "top ${failing('4')}").toString()
    def outer = new Constructors()
    all << outer.seen << new Constructors(Probe.i(5)).seen
    all << outer.text2()
    Shape shape = new Shape() {
      @Suspendable
      double area(double scale) { scale * Probe.d(3.0d) }
    }
    all << shape.twice() << shape.twice(Probe.d(1.0d))
    all << sum(1) << sum(1, 2, Probe.i(3))
    try {
      throw new IllegalStateException(Probe.ref('why'), new RuntimeException(Probe.ref('cause')))
    } catch (IllegalStateException e) {
      all << e.message + e.cause.message
    }
    all
  }

  private String text2() { new Part().text() }
}
