package dev.respool.jfr;

import dev.respool.Coroutine;
import dev.respool.abi.Continuation;
import dev.respool.abi.Producer;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Registered;

/** What all events of one coroutine say. */
@Registered(false)
@Category({"Respool", "Coroutines"})
abstract class CoroutineEvent extends Event {
  @Label("Coroutine")
  @Description("The task with its number in its loop, or a coroutine or run of a generator")
  String coroutine;

  @Label("Identity")
  @CoroutineIdentity
  @Description(
      "The same number in all events of a coroutine; two coroutines rarely have the same one")
  int identity;

  final void setCoroutine(Continuation continuation) {
    identity = System.identityHashCode(continuation);
    if (continuation instanceof Coroutine<?, ?>) {
      coroutine = "coroutine " + Integer.toHexString(identity);
    } else if (continuation instanceof Producer) {
      coroutine = "generator " + Integer.toHexString(identity);
    } else {
      coroutine = continuation.toString(); // task 7
    }
  }
}
