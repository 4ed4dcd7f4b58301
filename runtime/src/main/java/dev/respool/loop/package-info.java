/**
 * The event loop: tasks that wait without a thread of their own.
 *
 * <p>You pass a body to {@link dev.respool.loop.EventLoop#run} and start further tasks with {@link
 * dev.respool.loop.Tasks#async}. All tasks of a loop run on one thread at a time, in the order in
 * which they became runnable. With the same events the order is the same. A task that waits costs
 * heap, but no thread.
 *
 * <p>Tasks form a tree. A task ends when its body and all its children have ended. If a task fails
 * and nobody awaits it, its parent fails. If the root fails, {@link dev.respool.loop.EventLoop#run}
 * throws. A {@link dev.respool.loop.TaskScope} has other rules. A cancelled task stays cancelled:
 * each of its further suspensions throws.
 *
 * <p>How a task waits: a suspending method of this package (a <em>leaf</em>, marked
 * {@code @Suspendable}) hands the loop a {@code Wait}. The loop arms it after the task's frames
 * have been captured. A wake-up therefore cannot overtake the suspension, and a refused suspension
 * leaves nothing behind. No code of a leaf runs after the resumption. If something has to be tried
 * again, the loop tries it.
 *
 * <p>Input and output: an {@code IoPort} is a channel that the loop's one selector watches, and an
 * {@code IoWait} tries its operation each time the channel is ready. A {@code MessageRead} says
 * what is read in several attempts. {@code ServeWait} is a whole server. What the operating system
 * does only by blocking is an {@code ExternalWait}: worker threads do it and post the result. A
 * {@code BlockingSource} keeps such a result if the task that waited for it was cancelled.
 *
 * <p>What never belongs here: how frames are captured ({@code dev.respool.abi}), and anything that
 * is not in the JDK.
 */
package dev.respool.loop;
