package dev.respool.compiler.suspendable;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Tells the methods of the JDK that call a function which they are given, or that the JDK calls
 * later, by how they are declared: a parameter has the type of the function. A method that only
 * keeps a value, such as {@code List.add} or {@code Objects.requireNonNull}, takes it as an {@code
 * Object}.
 *
 * <p>The only abstract method of a type, such as {@code Executor.execute}, is none of them: what
 * stands behind it is the program's as often as the JDK's.
 */
public final class JdkCalls {
  private final ClassHierarchy classes;

  /**
   * For one compilation.
   *
   * @param classes the classes
   */
  public JdkCalls(ClassHierarchy classes) {
    this.classes = classes;
  }

  /**
   * Whether a class belongs to the JDK for certain; libraries have packages in {@code javax} too.
   *
   * @param internalName of the class
   * @return true if so
   */
  public static boolean isOfJdk(String internalName) {
    return internalName.startsWith("java/") || internalName.startsWith("javax/swing/");
  }

  /**
   * Whether the JDK calls a function that a call hands over.
   *
   * @param call the called method
   * @param parameter the type of the parameter that takes the function
   * @param function the interface method that the function implements
   * @return false if that is not certain
   */
  public boolean run(MethodKey call, Type parameter, MethodKey function) {
    return isOfJdk(call.owner())
        && classes.resolve(call).isPresent() // not so if it is signature polymorphic (JVMS 2.9.3)
        && !isImplementedByPrograms(call)
        && isFunction(parameter, function);
  }

  private boolean isImplementedByPrograms(MethodKey call) {
    return classes
        .find(call.owner())
        .filter(owner -> hasOneAbstract(owner) && owner.methods().containsKey(call.signature()))
        .map(owner -> owner.methods().get(call.signature()).is(Opcodes.ACC_ABSTRACT))
        .orElse(false);
  }

  private static boolean hasOneAbstract(ClassFacts type) {
    return type.methods().values().stream().filter(m -> m.is(Opcodes.ACC_ABSTRACT)).count() == 1;
  }

  private boolean isFunction(Type parameter, MethodKey function) {
    return parameter.getSort() == Type.OBJECT
        && !parameter.getInternalName().equals("java/lang/Object")
        && (parameter.getInternalName().equals(function.owner())
            || declares(parameter.getInternalName(), function.name()));
  }

  private boolean declares(String type, String method) {
    return classes.find(type).stream()
        .flatMap(facts -> facts.methods().values().stream())
        .anyMatch(declared -> declared.key().name().equals(method));
  }
}
