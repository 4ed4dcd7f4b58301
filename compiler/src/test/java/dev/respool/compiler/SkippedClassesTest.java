package dev.respool.compiler;

import static dev.respool.compiler.fixture.AssembledClass.suspendable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.compiler.fixture.AssembledClass;
import dev.respool.compiler.fixture.Assembly;
import dev.respool.compiler.fixture.ClassWorld;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.ClassFacts;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.FoundClasses;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.compiler.suspendable.SaveableCode;
import dev.respool.compiler.suspendable.Suspendability;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class that is left alone after a glance or after its facts were collected is one that the whole
 * compilation would neither change nor refuse. Held against every class of the class path (the
 * golden targets, this compiler and its tests, ASM, JUnit) and, where they are built, of the
 * modules beside it.
 */
class SkippedClassesTest {
  private static final List<Path> NEIGHBOURS =
      List.of(
          Path.of("../it-tests/target/test-classes"),
          Path.of("../examples/target/classes"),
          Path.of("../maven-plugin/target/classes"));

  private static final String YIELD =
      "invokestatic dev/respool/Coroutine.yield()Ljava/lang/Object;\n pop\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "org.**",
        "org.junit.jupiter.api.function.*",
        "java.util.**",
        "dev.respool.**;org.**;java.**"
      })
  void no_class_is_skipped_that_would_be_changed_or_refused(String patterns) throws IOException {
    noClassIsSkippedWrongly(Patterns.parse(patterns), Patterns.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.junit.jupiter.**", "dev.respool.compiler.plan.*"})
  void no_class_is_skipped_that_would_be_made_serializable(String patterns) throws IOException {
    noClassIsSkippedWrongly(Patterns.none(), Patterns.parse(patterns));
  }

  private static void noClassIsSkippedWrongly(Patterns suspendables, Patterns saveables)
      throws IOException {
    Map<String, byte[]> all = classes();
    ClassBytes source = name -> Optional.ofNullable(all.get(name)).or(() -> jdk(name));
    Verdicts verdicts = new Verdicts(source, suspendables, saveables);
    List<String> wrong = new ArrayList<>();
    all.forEach((name, bytes) -> verdicts.wronglySkipped(bytes).ifPresent(wrong::add));
    assertEquals(List.of(), wrong);
    assertTrue(all.size() > 700, "classes: " + all.size());
    assertTrue(verdicts.skipped > 100, "skipped: " + verdicts.skipped);
  }

  /** Compares what was decided early with what comes of going all the way. */
  private static final class Verdicts {
    private final Patterns suspendables;
    private final Patterns saveables;
    private final FoundClasses found;
    private int skipped;

    Verdicts(ClassBytes source, Patterns suspendables, Patterns saveables) {
      this.suspendables = suspendables;
      this.saveables = saveables;
      this.found = new FoundClasses(source, bytes -> new ClassFile(bytes).facts(), bytes -> "read");
    }

    Optional<String> wronglySkipped(byte[] bytes) {
      ClassFile file = new ClassFile(bytes);
      if (InstrumentedMarker.isOn(file.tree())) {
        assertTrue(new Glance(new ClassHead(bytes)).mayBeInstrumented());
        return Optional.empty();
      }
      if (!isSkipped(bytes, file)) {
        return Optional.empty();
      }
      skipped++;
      Compilation whole = whole(file);
      return whole.bytes().isPresent() || !whole.refusals().isEmpty()
          ? Optional.of(file.name() + " " + whole.refusals())
          : Optional.empty();
    }

    private boolean isSkipped(byte[] bytes, ClassFile file) {
      ClassHierarchy classes = new ClassHierarchy(found);
      Patterns chosen = suspendables.and(saveables);
      if (!new Glance(new ClassHead(bytes)).mayChange(classes, chosen)) {
        return true;
      }
      ClassFacts facts = file.facts();
      classes.add(facts);
      return !choice(facts, classes).isAny()
          && !new Suspendability(classes, suspendables).mayChange(facts);
    }

    private Compilation whole(ClassFile file) {
      ClassHierarchy classes = new ClassHierarchy(found);
      ClassFacts facts = file.facts();
      classes.add(facts);
      return new Transformation(
              file,
              facts,
              classes,
              new Compiler.Options(suspendables, Monitors.REFUSE, saveables),
              choice(facts, classes))
          .run();
    }

    private SaveableCode.Choice choice(ClassFacts facts, ClassHierarchy classes) {
      return new SaveableCode(saveables).of(facts, classes);
    }
  }

  private static Optional<byte[]> jdk(String name) {
    return name.startsWith("java/") ? new ClassWorld().find(name) : Optional.empty();
  }

  private static Map<String, byte[]> classes() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      add(Path.of(entry), all);
    }
    for (Path neighbour : NEIGHBOURS) {
      add(neighbour, all);
    }
    all.keySet().removeIf(name -> name.endsWith("-info") || name.startsWith("META-INF/"));
    return all;
  }

  private static void add(Path place, Map<String, byte[]> all) throws IOException {
    if (Files.isDirectory(place)) {
      addDirectory(place, all);
    } else if (place.toString().endsWith(".jar") && Files.exists(place)) {
      addJar(place, all);
    }
  }

  private static void addDirectory(Path root, Map<String, byte[]> all) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        all.put(new ClassFile(bytes).name(), bytes);
      }
    }
  }

  private static void addJar(Path jar, Map<String, byte[]> all) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = file.getInputStream(entry)) {
            all.put(entry.getName().replaceFirst("\\.class$", ""), in.readAllBytes());
          }
        }
      }
    }
  }

  private static Compilation compile(ClassNode node, ClassNode... others) {
    return new Compiler(ClassWorld.with(others), Patterns.none())
        .compile(AssembledClass.bytes(node));
  }

  @Test
  void a_method_that_overrides_a_suspendable_one_of_a_distant_supertype_is_not_overlooked() {
    ClassNode top =
        AssembledClass.of("Top", suspendable(Assembly.of(Opcodes.ACC_PUBLIC, "m()V", "return")));
    ClassNode middle = AssembledClass.of("Middle");
    middle.superName = "Top";
    ClassNode bottom =
        AssembledClass.of("Bottom", Assembly.of(Opcodes.ACC_PUBLIC, "m()V", YIELD + "return"));
    bottom.superName = "Middle";
    assertTrue(compile(bottom, top, middle).bytes().isPresent());
    assertFalse(compile(bottom, middle).bytes().isPresent());
  }

  @Test
  void a_bridge_of_a_supertype_does_not_hide_what_it_calls() {
    ClassNode top =
        AssembledClass.of(
            "Top",
            Assembly.of(
                Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE,
                "m()V",
                "aload 0\n invokevirtual Other.n()V\n return"));
    ClassNode other =
        AssembledClass.of("Other", suspendable(Assembly.of(Opcodes.ACC_PUBLIC, "n()V", "return")));
    ClassNode bottom =
        AssembledClass.of("Bottom", Assembly.of(Opcodes.ACC_PUBLIC, "m()V", YIELD + "return"));
    bottom.superName = "Top";
    assertTrue(compile(bottom, top, other).bytes().isPresent());
  }

  @Test
  void a_synthetic_method_that_calls_a_suspendable_one_is_not_overlooked() {
    Assembly accessor =
        Assembly.of(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_STATIC, "access$000()V", YIELD + "return");
    assertTrue(compile(AssembledClass.of("T", accessor)).bytes().isPresent());
  }

  @Test
  void a_class_that_is_found_is_read_once_and_one_that_is_not_is_asked_for_again() {
    ClassNode top = AssembledClass.of("Top");
    ClassNode bottom = AssembledClass.of("Bottom");
    bottom.superName = "Top";
    bottom.interfaces = List.of("Later");
    ClassWorld world = ClassWorld.with(top);
    List<String> names = new ArrayList<>();
    Compiler compiler =
        new Compiler(
            name -> {
              names.add(name);
              return world.find(name);
            },
            Patterns.none());
    compiler.compile(AssembledClass.bytes(bottom));
    compiler.compile(AssembledClass.bytes(bottom));
    assertEquals(1, Collections.frequency(names, "Top"));
    assertEquals(2, Collections.frequency(names, "Later"));
  }
}
