/**
 * The agent: it instruments the classes of a running JVM while they are loaded.
 *
 * <p>The agent gets a class file that a class loader is about to define. It returns what the
 * compiler makes of it. If it cannot, it returns the same bytes, prints the reason once and
 * remembers it.
 *
 * <p>What never belongs here: what the compiler decides, and how a class is rewritten.
 *
 * <pre>
 * {@link dev.respool.agent.RespoolAgent} --options--&gt; {@link dev.respool.agent.AgentOptions}
 *   '-- ClassTransformer --&gt; Scope        is this class ours to look at?
 *                        --&gt; LoaderViews  what does its class loader see?   (LoaderView: ClassBytes)
 *                        --&gt; Compiler     dev.respool.compiler
 *                        --&gt; ClassCache   what became of the class at an earlier start?
 *                        --&gt; ModuleReads, ClassDump
 *                        --&gt; Report       standard error, {@link dev.respool.agent.Refusals}
 * </pre>
 *
 * <p>If it is loaded into a running JVM with a call of {@code dev.respool.agent.inspection}, it
 * answers questions about the event loops there, and instruments nothing.
 *
 * <p>{@link dev.respool.agent.TransformedClasses} does the same to the classes of a program that
 * does not run, for those who look at it, such as the commands of {@code
 * dev.respool.agent.command}.
 */
package dev.respool.agent;
