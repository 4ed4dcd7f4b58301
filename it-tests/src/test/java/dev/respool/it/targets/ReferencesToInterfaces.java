package dev.respool.it.targets;

import java.util.function.Function;
import java.util.function.Supplier;

/** References to methods of functional interfaces, of the JDK and our own. */
public final class ReferencesToInterfaces {
  private ReferencesToInterfaces() {}

  private interface Source {
    int next();

    default int twice() {
      return next() + next();
    }
  }

  private interface OfSource {
    int apply(Source source);
  }

  public static Object run() {
    int[] count = {0};
    Supplier<String> supplier = () -> Probe.ref("s") + count[0];
    Function<Supplier<String>, String> get = Supplier::get;
    Supplier<String> bound = supplier::get;
    Source source = () -> Probe.i(++count[0]);
    OfSource next = Source::next;
    OfSource twice = Source::twice;
    Source again = source::twice;
    Runnable chained = ((Runnable) () -> Probe.hit("ran"))::run;
    chained.run();
    return get.apply(supplier)
        + bound.get()
        + next.apply(source)
        + twice.apply(source)
        + again.next();
  }
}
