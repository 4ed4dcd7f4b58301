package dev.respool.compiler.suspendable;

import java.util.Optional;

/**
 * Where the source of a local or anonymous class stands (JVMS 4.7.7).
 *
 * @param owner internal name of the class
 * @param method the method as its source declares it, around any lambda that the class stands in;
 *     empty in an initialiser
 */
record EnclosingMethod(String owner, Optional<MethodKey> method) {}
