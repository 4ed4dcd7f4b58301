package dev.respool.corpus.report;

import dev.respool.compiler.MethodSizes;
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
public final class ClassGrowth {
  private static final int HUGE = MethodSizes.MOST_COMPILED;

  private static final String CARRIER = "Ldev/respool/abi/Carrier;";

  /** A resume method takes a frame, of whichever class, and is the only one to do so. */
  private static final Pattern RESUME =
      Pattern.compile(".*\\([^)]*Ldev/respool/abi/(Frame|Shapes)\\b[^)]*\\)Ljava/lang/Object;");

  private final Map<String, Long> sums;
  private final Map<String, Integer> before;
  private final Map<String, Integer> after;

  /**
   * The growth of a class.
   *
   * @param sums to add to, by the name of what is counted
   * @param before the class file as it was
   * @param after the transformed one
   */
  public ClassGrowth(Map<String, Long> sums, byte[] before, byte[] after) {
    this.sums = sums;
    this.before = MethodSizes.of(before).bytes();
    this.after = MethodSizes.of(after).bytes();
  }

  /**
   * Adds this class to the sums.
   *
   * @param plans of its transformed methods
   */
  public void add(List<MethodPlan> plans) {
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
    int original = before.getOrDefault(method, 0); // none: the body of a method reference
    code("original", original);
    code("fast-path", after.get(fastPath));
    sum("pushed.fast-path", original <= HUGE && after.get(fastPath) > HUGE ? 1 : 0);
    if (hasVariant) {
      code("door", after.get(method));
    }
  }

  private void generated(String method) {
    if (RESUME.matcher(method).matches() && !before.containsKey(method)) {
      code("resume-method", after.get(method));
      sum("pushed.resume-method", after.get(method) > HUGE && !wasHuge(method) ? 1 : 0);
    } else if (method.startsWith("respool$frame$")) {
      code("frame-factory", after.get(method));
    } else if (method.startsWith("respool$spill$")) {
      code("spill-methods", after.get(method));
    } else if (!before.containsKey(method)) {
      code("adapter", after.get(method));
    }
  }

  /** Told by the name, which a resume method has from its method. */
  private boolean wasHuge(String resumeMethod) {
    String name =
        resumeMethod.replaceFirst("(\\$\\d+)?\\(.*", "").replace("respool$init", "<init>");
    return before.entrySet().stream()
        .anyMatch(m -> m.getValue() > HUGE && m.getKey().startsWith(name + "("));
  }

  private void code(String part, int bytes) {
    sum(part, bytes);
    sum("huge." + part, bytes > HUGE ? 1 : 0);
  }

  private void sum(String name, long value) {
    sums.merge(name, value, Long::sum);
  }
}
