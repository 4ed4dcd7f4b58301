/**
 * The agent: it instruments the classes of a running JVM while they are loaded.
 *
 * <p>In comes a class file that a class loader is about to define; out goes the compiler's answer,
 * or the same bytes with a reason that is told once and remembered. What the compiler decides, and
 * how a class is rewritten, never belongs here.
 *
 * <pre>
 * {@link dev.respool.agent.RespoolAgent} --options--&gt; {@link dev.respool.agent.AgentOptions}
 *   '-- ClassTransformer --&gt; Scope        is this class ours to look at?
 *                        --&gt; LoaderViews  what does its class loader see?   (LoaderView: ClassBytes)
 *                        --&gt; Compiler     dev.respool.compiler
 *                        --&gt; ModuleReads, ClassDump
 *                        --&gt; Report       standard error, {@link dev.respool.agent.Refusals}
 * </pre>
 */
package dev.respool.agent;
