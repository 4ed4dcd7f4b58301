package dev.respool.benchmarks.tool;

import dev.respool.compiler.plan.MethodPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The code of a class before and after.
 *
 * <p>A transformed method has its fast path in place of its own code, or in a variant with one more
 * parameter, and then a door in place of its own code. Methods that are neither, nor a resume
 * method, nor make frames, have been made of method references.
 */
final class ClassGrowth {
  /** HotSpot compiles no method that is larger (-XX:-DontCompileHugeMethods). */
  private static final int HUGE = 8_000;

  private static final String CARRIER = "Ldev/respool/abi/Carrier;";

  /** A resume method takes a frame, of whichever class, and is the only one to do so. */
  private static final Pattern RESUME =
      Pattern.compile(".*\\([^)]*Ldev/respool/abi/(Frame|Shapes)\\b[^)]*\\)Ljava/lang/Object;");

  private final Map<String, Long> sums;
  private final Map<String, Integer> before;
  private final Map<String, Integer> after;

  ClassGrowth(Map<String, Long> sums, byte[] before, byte[] after) {
    this.sums = sums;
    this.before = MethodSizes.of(before).bytes();
    this.after = MethodSizes.of(after).bytes();
  }

  void add(List<MethodPlan> plans) {
    Set<String> told = new HashSet<>();
    for (MethodPlan plan : plans) {
      sum("methods", 1);
      sum("points", plan.points().size());
      transformed(plan.method().name() + plan.method().descriptor(), told);
    }
    after.keySet().stream().filter(m -> !told.contains(m)).forEach(this::generated);
  }

  private void transformed(String method, Set<String> told) {
    String variant = method.replace(")", CARRIER + ")");
    boolean hasVariant = after.containsKey(variant) && !before.containsKey(variant);
    String fastPath = hasVariant ? variant : method;
    told.add(method);
    told.add(fastPath);
    code("original", before.getOrDefault(method, 0)); // none: the body of a method reference
    code("fast-path", after.get(fastPath));
    if (hasVariant) {
      code("door", after.get(method));
    }
  }

  private void generated(String method) {
    if (RESUME.matcher(method).matches() && !before.containsKey(method)) {
      code("resume-method", after.get(method));
    } else if (method.startsWith("respool$frame$")) {
      code("frame-factory", after.get(method));
    } else if (!before.containsKey(method)) {
      code("adapter", after.get(method));
    }
  }

  private void code(String part, int bytes) {
    sum(part, bytes);
    sum("huge." + part, bytes > HUGE ? 1 : 0);
  }

  private void sum(String name, long value) {
    sums.merge(name, value, Long::sum);
  }
}
