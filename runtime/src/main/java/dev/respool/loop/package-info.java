/**
 * The event loop: who resumes a coroutine that waits, and when.
 *
 * <p>In come task bodies ({@link dev.respool.loop.EventLoop#run}, {@link
 * dev.respool.loop.Tasks#async}); out goes what they return or throw. All tasks of a loop run on
 * one thread at a time, in the order in which they became runnable; with the same events the order
 * is the same. A task that waits costs heap, no thread.
 *
 * <p>How a task waits: a suspending method (a <em>leaf</em>, marked {@code @Suspendable}) hands the
 * loop a {@code Wait}. The loop arms it after the task's frames have been unwound, so a wake-up
 * cannot overtake the suspension and a refused suspension leaves nothing behind. No code of a leaf
 * runs after the resumption: what has to be tried again is tried by the loop.
 *
 * <p>Tasks form a tree. A task ends when its body and all its children have ended; a failure that
 * nobody awaited becomes its parent's, and at the root the caller's of {@link
 * dev.respool.loop.EventLoop#run}.
 *
 * <p>Never here: how frames are captured ({@code dev.respool.abi}), and anything that is not in the
 * JDK.
 */
package dev.respool.loop;
