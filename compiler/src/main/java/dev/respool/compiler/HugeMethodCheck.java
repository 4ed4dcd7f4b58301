package dev.respool.compiler;

import dev.respool.compiler.plan.Call;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.SourceLines;
import dev.respool.compiler.suspendable.MethodKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods that HotSpot would compile as they were, and interprets as they are now. */
final class HugeMethodCheck {
  private static final int MOST = MethodSizes.MOST_COMPILED;

  /**
   * Above this size a resume method is cut in two. Tests lower it ({@code dev.respool.splitAbove}),
   * so that small methods are cut, too.
   */
  private static final int SPLIT_ABOVE = Integer.getInteger("dev.respool.splitAbove", MOST);

  private final ClassFile original;
  private final Map<String, MethodPlan> origins;
  private final Map<String, Integer> sizes;

  /**
   * Looks at a transformed class.
   *
   * @param original what it was
   * @param transformed the class file
   * @param origins the plan that each of its methods came from, by name and descriptor
   */
  HugeMethodCheck(ClassFile original, byte[] transformed, Map<String, MethodPlan> origins) {
    this.original = original;
    this.origins = origins;
    this.sizes = transformed.length <= SPLIT_ABOVE ? Map.of() : MethodSizes.of(transformed).bytes();
  }

  /** The methods whose resume methods HotSpot would interpret. */
  Set<MethodKey> tooLong() {
    return resumeMethods(plan -> plan.split().isEmpty(), SPLIT_ABOVE);
  }

  /** The methods whose resume methods it would interpret although they are cut in two. */
  Set<MethodKey> cutInVain() {
    return resumeMethods(plan -> plan.split().isPresent(), MOST);
  }

  private Set<MethodKey> resumeMethods(Predicate<MethodPlan> sort, int above) {
    Set<MethodKey> methods = new HashSet<>();
    sizes.forEach(
        (name, size) -> {
          MethodPlan plan = origins.get(name);
          if (size > above && plan != null && sort.test(plan) && !isFastPath(name, plan.method())) {
            methods.add(plan.method());
          }
        });
    return methods;
  }

  /** One for each method, in the order of the code. */
  List<Problem> warnings() {
    Map<String, String> huge = huge();
    return huge.isEmpty() ? List.of() : warnings(huge);
  }

  /** What is too large of a method, by its name and descriptor. */
  private Map<String, String> huge() {
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
    return isFastPath(name, method)
        ? "with its suspension points "
        : "in the copy that resumes it ";
  }

  private static boolean isFastPath(String name, MethodKey method) {
    String variant = method.name() + Call.Variant.descriptor(method.descriptor());
    return name.equals(method.signature()) || name.equals(variant);
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
