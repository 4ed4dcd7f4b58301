package dev.respool.it.targets.groovy

import dev.respool.Suspendable
import dev.respool.it.targets.Probe
import groovy.transform.CompileStatic

/** Loops over ranges, lists and maps, switches on all kinds of cases, exceptions, many assignments. */
@CompileStatic
@Suspendable
class Statements {
  private static String kind(Object value) {
    switch (value) {
      case 1:
      case 2: return 'few' + Probe.i(1)
      case 'Aa': return Probe.ref('twin')
      case 3..9: return "range ${Probe.ref(value)}"
      case [20, 30]: return Probe.ref('listed')
      case Integer: return 'int ' + Probe.i((Integer) value)
      case ~/b.*/: return Probe.ref('b')
      default: return value == null ? 'null' : value.toString()
    }
  }

  private static int failing(String text) {
    int tries = 0
    try {
      tries += Probe.i(1)
      return Integer.parseInt(Probe.ref(text)) + tries
    } catch (NumberFormatException | IllegalStateException e) {
      tries += Probe.i(10)
      if (text.isEmpty()) throw new IllegalArgumentException("empty ${Probe.i(tries)}", e)
      return -tries
    } finally {
      Probe.hit("finally $tries")
    }
  }

  static Object run() {
    def all = []
    for (int i in 0..2) all << Probe.i(i)
    for (i in 4..<6) all.add(Probe.i(i))
    for (entry in [a: Probe.i(1), b: 2]) all << entry.key + Probe.ref(entry.value)
    for (int i = 0, j = 5; i < j; i += Probe.i(2), j--) all << i * j
    for (value in [1, 'Aa', 5, 20, 99, 'bcd', 'x', null]) all << kind(value)
    all << failing('4') << failing('x')
    try {
      failing('')
    } catch (IllegalArgumentException e) {
      all << e.message + Probe.i(0)
    }
    def (int first, String second) = [Probe.i(7), Probe.ref('s')]
    all << first << second
    int n = 0
    while (true) {
      if (n++ > Probe.i(3)) break
      if (n % 2 == 0) continue
      all << "odd $n".toString()
    }
    assert Probe.i(1) == 1: 'with ' + Probe.i(2)
    all.collect { it.toString() }.join(' ')
  }
}
