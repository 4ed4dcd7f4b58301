package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

/** Texts with values inside, elvis, safe and spread navigation, literals, casts, numbers of all kinds. */
@CompileStatic
@Suspendable
class Expressions {
  @Suspendable
  static class Node {
    int value
    Node next
    List<String> names = ['n' + Probe.i(0)]

    Node plus(Node other) { new Node(value: value + Probe.i(other.value), next: other) }

    int getDoubled() { Probe.i(value) * 2 }
  }

  private static Node find(int value) { Probe.b(value > 0) ? new Node(value: value) : null }

  static Object run() {
    def all = [] as List<Object>
    all << "${Probe.i(1)} and ${Probe.l(2L)}-$all ${Probe.d(0.5d)}".toString()
    all << (find(0)?.next?.value ?: Probe.i(-1))
    all << find(3)?.names?.get(Probe.i(0))
    Node sum = find(1) + find(2)
    sum.value += Probe.i(5)
    sum.next.value++
    all << sum.value << sum.doubled << sum.next.doubled
    List<Node> nodes = [new Node(value: Probe.i(4)), find(6)]
    all << nodes*.value
    all << ([x: Probe.i(1), y: [Probe.l(2L), 'z']] as Map).toString()
    int[] ints = [Probe.i(1), 2, Probe.i(3)] as int[]
    ints[Probe.i(1)] += ints[0]
    all << ints.toList()
    long big = Probe.i(3) as long
    all.add((big ** 2) + Probe.d(1.5d))
    all.add(Probe.i(7) / 2)
    all.add(Probe.i(7).intdiv(2))
    all.add(Probe.i(2) <=> 3)
    all.add(Probe.ref('a') in ['a', 'b'])
    all.add(Probe.letter('c' as char))
    all.add(Probe.f(1.5f))
    all.add((byte) Probe.i(300))
    BigDecimal money = 1.10 + Probe.i(1)
    all << money.toString()
    String text = Probe.b(true) ? (find(9) ? 'truth' : 'none') : null
    all << text[0..Probe.i(2)]
    all << all.size()
  }
}
