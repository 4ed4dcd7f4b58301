package dev.respool.compiler;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SourceLines;
import dev.respool.compiler.suspendable.MethodKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods that HotSpot would compile as they were, and interprets as they are now. */
final class HugeMethodCheck {
  private static final int MOST = MethodSizes.MOST_COMPILED;

  private final ClassFile original;

  HugeMethodCheck(ClassFile original) {
    this.original = original;
  }

  /**
   * One for each method, in the order of the code.
   *
   * @param transformed the class file
   * @param origins the plan that each of its methods came from, by name and descriptor
   */
  List<Problem> warnings(byte[] transformed, Map<String, MethodPlan> origins) {
    if (transformed.length <= MOST) {
      return List.of();
    }
    Map<String, String> huge = huge(MethodSizes.of(transformed).bytes(), origins);
    return huge.isEmpty() ? List.of() : warnings(huge);
  }

  /** What is too large of a method, by its name and descriptor. */
  private static Map<String, String> huge(
      Map<String, Integer> sizes, Map<String, MethodPlan> origins) {
    Map<String, String> huge = new HashMap<>();
    sizes.forEach(
        (name, size) -> {
          if (size > MOST && origins.containsKey(name)) {
            MethodKey method = origins.get(name).method();
            huge.merge(
                method.signature(), body(name, method) + size + " bytes", (a, b) -> a + ", " + b);
          }
        });
    return huge;
  }

  private static String body(String name, MethodKey method) {
    String variant = method.name() + Call.Variant.descriptor(method.descriptor());
    return name.equals(method.signature()) || name.equals(variant)
        ? "with its suspension points "
        : "in the copy that resumes it ";
  }

  private List<Problem> warnings(Map<String, String> huge) {
    Map<String, Integer> before = original.sizes().bytes();
    ClassNode owner = original.tree();
    return owner.methods.stream()
        .filter(method -> huge.containsKey(method.name + method.desc))
        .filter(method -> before.getOrDefault(method.name + method.desc, 0) <= MOST)
        .map(method -> warning(owner, method, huge.get(method.name + method.desc)))
        .toList();
  }

  private static Problem warning(ClassNode owner, MethodNode method, String what) {
    return new Problem(
        new SourceLines(owner, method).locationOf(null),
        "is too long to be compiled by HotSpot: it has "
            + what
            + ", and what has more than "
            + MOST
            + " is interpreted",
        "split the method, or run with -XX:-DontCompileHugeMethods",
        List.of());
  }
}
