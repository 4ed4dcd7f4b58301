/**
 * A live page of the tasks of a running program, in a browser: what each of them waits for, since
 * when, and where it stands, with its locals.
 *
 * <pre>{@code
 * try (Console console = Console.start()) {
 *   System.out.println("The console is at " + console.address());
 *   EventLoop.run(() -> serve());
 * }
 * }</pre>
 *
 * <p>{@link dev.respool.console.Console} is the whole API. Behind it, an HTTP server of the JDK
 * hands out the page and its data. A {@code Sampler} takes pictures of the loops with {@code
 * dev.respool.inspect} while somebody looks, and sends to each viewer what has changed.
 *
 * <p>What never belongs here: how a picture of a loop is taken, and anything that other extensions
 * need.
 */
package dev.respool.console;
