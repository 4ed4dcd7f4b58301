package dev.respool.jfr;

import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A coroutine has been made; the stack trace says where. */
@Name("dev.respool.CoroutineCreate")
@Label("Coroutine Create")
@Description("A coroutine, a run of a generator or a task has been made")
@Enabled(false)
final class CoroutineCreate extends CoroutineEvent {
  @Label("Body")
  @Description("The class of what it runs; none if it is a copy of another coroutine")
  Class<?> body;
}
