package dev.respool.jfr;

import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A coroutine has been resumed; lasts from its suspension, or from its creation, until then. */
@Name("dev.respool.CoroutineResume")
@Label("Coroutine Resume")
@Description(
    "A coroutine has been resumed; the duration is how long it was suspended, or not started")
@Enabled(false)
@StackTrace(false)
final class CoroutineResume extends PositionedEvent {}
