package dev.respool.it.scenarios.lost;

import java.util.List;
import java.util.stream.Stream;

/** The whole table. */
public final class LostFrames {
  private LostFrames() {}

  /** The names of the rows. */
  public static List<String> names() {
    return Stream.concat(rows().map(LostFrame::name), deceptions().map(Deception::name)).toList();
  }

  /** The names of those that are found only where every capture is looked at. */
  public static List<String> wovenNames() {
    return Proxies.woven().stream().map(LostFrame::name).toList();
  }

  /** Runs a row, which throws if it does not hold. */
  public static void verify(String name) {
    Stream.concat(rows(), Proxies.woven().stream())
        .filter(row -> row.name().equals(name))
        .forEach(LostFrame::verify);
    deceptions().filter(row -> row.name().equals(name)).forEach(Deception::verify);
  }

  private static Stream<LostFrame> rows() {
    return Stream.of(
            JdkCode.rows(),
            ReflectiveCalls.rows(),
            Proxies.rows(),
            PlainCallers.rows(),
            JvmCallbacks.rows())
        .flatMap(List::stream);
  }

  private static Stream<Deception> deceptions() {
    return Stream.of(
            Initialisers.rows(),
            Loaders.rows(),
            StaleCalls.rows(),
            FailedCalls.rows(),
            SameNames.rows(),
            References.rows(),
            ChangedReceivers.rows(),
            Overflows.rows())
        .flatMap(List::stream);
  }
}
