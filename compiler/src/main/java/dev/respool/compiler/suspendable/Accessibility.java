package dev.respool.compiler.suspendable;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Tells what a class may name of another (JVMS 5.4.4). */
public final class Accessibility {
  private final ClassHierarchy classes;

  Accessibility(ClassHierarchy classes) {
    this.classes = classes;
  }

  /**
   * Whether a method is protected and declared in another package than the class that calls it.
   *
   * @param call the called method
   * @param caller internal name of that class
   * @return false if so little is known of it
   */
  public boolean isProtectedElsewhere(MethodKey call, String caller) {
    MethodFacts method = classes.resolve(call).orElse(null);
    return method != null
        && method.is(Opcodes.ACC_PROTECTED)
        && !packageOf(method.key().owner()).equals(packageOf(caller));
  }

  /**
   * The nearest supertype of a class that another class may name (JVMS 5.4.4): itself, if that is
   * public, of the same package, the JDK's or not found. For interfaces that is {@code Object}, as
   * for the verifier.
   *
   * @param type internal name
   * @param from internal name of the class that names it
   * @return internal name
   */
  public String accessible(String type, String from) {
    String name = type;
    Set<String> seen = new HashSet<>(); // a damaged class may be its own superclass
    while (!name.startsWith("java/")
        && !packageOf(name).equals(packageOf(from))
        && seen.add(name)) {
      ClassFacts facts = classes.find(name).orElse(null);
      if (facts == null || facts.isPublic() || facts.superName() == null) {
        return name;
      }
      name = facts.superName();
    }
    return name;
  }

  private static String packageOf(String internalName) {
    return internalName.substring(0, internalName.lastIndexOf('/') + 1);
  }
}
