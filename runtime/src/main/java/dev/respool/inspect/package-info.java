/**
 * What does a person see of the coroutines of a running program?
 *
 * <p>{@link dev.respool.inspect.Inspection} knows the event loops of the process. You ask a loop
 * for a {@link dev.respool.inspect.LoopPicture}: its tasks, what each of them waits for, where it
 * stands, and the values of its locals as text. {@link dev.respool.inspect.TextDump} and {@link
 * dev.respool.inspect.JsonDump} write pictures down.
 *
 * <pre>{@code
 * System.out.println(TextDump.of(Dump.of(InspectionOptions.standard())));
 * }</pre>
 *
 * <p>A picture is a copy: all of these records are values, and their lists do not change. It holds
 * no object of the program, and it stays as it is while the program runs on. While nobody looks,
 * nothing is recorded: a loop is known by a weak reference, and its tasks hang on the loop anyway.
 *
 * <p>The arrow goes from the loop to this package. A loop makes pictures, because only its own code
 * may touch its tasks; this package says what a picture is. Another scheduler of coroutines can do
 * the same: it implements {@link dev.respool.inspect.InspectableLoop} and registers itself.
 *
 * <p>What never belongs here: anything that changes the program, and anything that is not in the
 * JDK.
 */
package dev.respool.inspect;
