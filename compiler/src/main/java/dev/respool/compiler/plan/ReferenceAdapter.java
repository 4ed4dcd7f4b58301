package dev.respool.compiler.plan;

import org.objectweb.asm.Handle;

/**
 * A method reference to a suspendable method, to be given a body like a lambda's.
 *
 * <p>The referenced method is entered through the interface, with the interface's token, which it
 * cannot know; a body in the referring class knows it and calls the method as any suspension point
 * does.
 *
 * @param site the method reference
 * @param target the referenced method
 * @param receiver the internal name of the type whose method the body calls on the receiver
 * @param name of the body
 * @param descriptor of the body: static, with the receiver as its first parameter, returning what
 *     the interface's method returns, so that nothing is converted outside of it
 */
public record ReferenceAdapter(
    LambdaSite site, Handle target, String receiver, String name, String descriptor) {}
