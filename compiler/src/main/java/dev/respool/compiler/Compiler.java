package dev.respool.compiler;

import dev.respool.compiler.emit.Emitter;
import dev.respool.compiler.emit.ReferenceAdapters;
import dev.respool.compiler.plan.Decision;
import dev.respool.compiler.plan.MethodPlan;
import dev.respool.compiler.plan.MethodPlanner;
import dev.respool.compiler.plan.ReferenceAdapter;
import dev.respool.compiler.plan.ReferencePlanner;
import dev.respool.compiler.plan.Refusal;
import dev.respool.compiler.plan.VariantPlanner;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.ClassFacts;
import dev.respool.compiler.suspendable.ClassFactsCollector;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.MethodKey;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.compiler.suspendable.Suspendability;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Rewrites the suspendable methods of a class into resumable ones.
 *
 * <p>The pipeline: read; give method references bodies; plan each method; emit the plans; write.
 * Thread-safe: nothing is kept between compilations.
 */
public final class Compiler {
  private final ClassBytes classes;
  private final Patterns suspendables;

  /**
   * A compiler for classes that see each other.
   *
   * @param classes where the classes are found that a class names
   * @param suspendables the classes whose methods are suspendable without a mark
   */
  public Compiler(ClassBytes classes, Patterns suspendables) {
    this.classes = classes;
    this.suspendables = suspendables;
  }

  /**
   * Compiles a class.
   *
   * @param classFile its bytes
   * @return the new bytes and what was done
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  public Compilation compile(byte[] classFile) {
    return compile(classFile, Set.of());
  }

  private Compilation compile(byte[] classFile, Set<MethodKey> tooLarge) {
    ClassReader reader = reader(classFile);
    ClassNode node = read(reader);
    if (InstrumentedMarker.isOn(node) || isRuntime(node.name)) {
      return unchanged(node, true);
    }
    try {
      return compile(node, reader, tooLarge);
    } catch (TooLarge e) {
      return compile(classFile, e.methods);
    } catch (UncheckedIOException | UnreadableClassException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      throw new UnreadableClassException(
          dotted(node), e); // a class that the JVM's verifier rejects
    }
  }

  private Compilation compile(ClassNode node, ClassReader reader, Set<MethodKey> tooLarge) {
    for (ReferenceAdapter adapter : new ReferencePlanner(suspendability(node), node).plan()) {
      ReferenceAdapters.emit(node, adapter);
    }
    ClassPlan plan = plan(node, tooLarge);
    if (plan.methods.isEmpty()) {
      return new Compilation(dotted(node), Optional.empty(), false, plan.refusals, List.of());
    }
    Map<String, MethodPlan> origins = Emitter.emit(node, plan.methods);
    InstrumentedMarker.putOn(node);
    try {
      return plan.result(node, write(node, reader));
    } catch (MethodTooLargeException e) {
      throw new TooLarge(plan.without(tooLarge, origins, e));
    }
  }

  /** Begins the compilation of a class again, without some of its methods. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Set<MethodKey> methods;

    TooLarge(Set<MethodKey> methods) {
      super("some methods are too large", null, false, false);
      this.methods = methods;
    }
  }

  /**
   * Looks for mistakes in a class: methods that cannot suspend although they call what does.
   *
   * @param classFile its bytes, instrumented or not
   * @return the mistakes in the order of the code
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  public List<Problem> check(byte[] classFile) {
    ClassNode node = read(reader(classFile));
    return isRuntime(node.name) ? List.of() : new Check(suspendability(node), node).problems();
  }

  private ClassPlan plan(ClassNode node, Set<MethodKey> tooLarge) {
    MethodPlanner planner = new MethodPlanner(suspendability(node), node);
    ClassPlan plan = new ClassPlan(new LinkedHashMap<>(), new ArrayList<>());
    for (MethodNode method : node.methods) {
      Decision decision = planner.plan(method);
      if (decision instanceof MethodPlan change && tooLarge.contains(change.method())) {
        plan.refusals.add(planner.tooLarge(method));
      } else if (decision instanceof MethodPlan change) {
        plan.methods.put(method, change);
      } else if (decision instanceof Refusal refusal) {
        plan.refusals.add(refusal);
      }
    }
    new VariantPlanner(node).plan(plan.methods);
    return plan;
  }

  private record ClassPlan(Map<MethodNode, MethodPlan> methods, List<Refusal> refusals) {
    Compilation result(ClassNode node, byte[] bytes) {
      List<MethodPlan> plans = List.copyOf(methods.values());
      return new Compilation(dotted(node), Optional.of(bytes), false, refusals, plans);
    }

    /**
     * The methods to leave out at the next attempt: the one that is too large, or all if it is none
     * of ours.
     */
    Set<MethodKey> without(
        Set<MethodKey> before, Map<String, MethodPlan> origins, MethodTooLargeException e) {
      Set<MethodKey> tooLarge = new HashSet<>(before);
      MethodPlan origin = origins.get(e.getMethodName() + e.getDescriptor());
      if (origin != null) {
        tooLarge.add(origin.method());
      } else {
        methods.values().forEach(plan -> tooLarge.add(plan.method()));
      }
      return tooLarge;
    }
  }

  private Suspendability suspendability(ClassNode node) {
    ClassHierarchy hierarchy = new ClassHierarchy(classes, Compiler::facts);
    ClassFactsCollector collector = new ClassFactsCollector();
    node.accept(collector);
    hierarchy.add(collector.facts());
    return new Suspendability(hierarchy, suspendables);
  }

  private static ClassFacts facts(byte[] classFile) {
    ClassFactsCollector collector = new ClassFactsCollector();
    new ClassReader(classFile).accept(collector, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return collector.facts();
  }

  private static ClassReader reader(byte[] classFile) {
    try {
      return new ClassReader(classFile);
    } catch (RuntimeException e) {
      throw new UnreadableClassException("a class", e);
    }
  }

  private static ClassNode read(ClassReader reader) {
    ClassNode node = new ClassNode();
    try {
      reader.accept(node, ClassReader.EXPAND_FRAMES);
      return node;
    } catch (RuntimeException e) {
      throw new UnreadableClassException(node.name == null ? "a class" : dotted(node), e);
    }
  }

  /** Constants keep their places, so that untransformed code keeps its size. */
  private static byte[] write(ClassNode node, ClassReader reader) {
    ClassWriter writer = new ClassWriter(reader, 0);
    node.accept(writer);
    return writer.toByteArray();
  }

  /** Whether it is a class of the runtime itself, whose suspending methods are written by hand. */
  private static boolean isRuntime(String name) {
    String room = name.substring(0, name.lastIndexOf('/') + 1);
    return switch (room) {
      case "dev/respool/", "dev/respool/loop/", "dev/respool/abi/" -> true;
      default -> false;
    };
  }

  private static Compilation unchanged(ClassNode node, boolean already) {
    return new Compilation(dotted(node), Optional.empty(), already, List.of(), List.of());
  }

  private static String dotted(ClassNode node) {
    return node.name.replace('/', '.');
  }
}
