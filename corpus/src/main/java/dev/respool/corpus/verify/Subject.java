package dev.respool.corpus.verify;

import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Classes that are transformed together, and the world that they see: each other and the JDK.
 *
 * @param name for people
 * @param classes in a fixed order
 * @param world where classes are found by name
 */
public record Subject(String name, List<SubjectClass> classes, ClassBytes world) {
  private static final List<String> JDK_PACKAGES =
      List.of("java", "javax", "jdk", "sun", "com.sun");

  /**
   * The classes of some jars, which see each other.
   *
   * @param jars the files
   * @return the subject
   * @throws IOException if one cannot be read
   */
  public static Subject ofJars(List<Path> jars) throws IOException {
    List<SubjectClass> classes = new ArrayList<>();
    for (Path jar : jars) {
      classes.addAll(ClassFiles.ofJar(jar));
    }
    return of(String.join(" ", jars.stream().map(jar -> jar.getFileName() + "").toList()), classes);
  }

  /**
   * The classes of modules of the running JDK.
   *
   * @param modules their names; if empty, all
   * @return the subject
   * @throws IOException if there is no such module
   */
  public static Subject ofJdk(List<String> modules) throws IOException {
    String which = modules.isEmpty() ? "all modules" : String.join(" ", modules);
    return of(jdk(which), ClassFiles.read(inJdk(modules), 0));
  }

  /**
   * Some of the classes of the running JDK.
   *
   * @param count how many
   * @param seed of the choice
   * @return the subject
   * @throws IOException if they cannot be read
   */
  public static Subject sampleOfJdk(int count, long seed) throws IOException {
    List<ClassFiles.Found> found = inJdk(List.of());
    Collections.shuffle(found, new Random(seed));
    return of(jdk(count + " classes, seed " + seed), ClassFiles.read(found.subList(0, count), 0));
  }

  private static String jdk(String which) {
    return "JDK " + Runtime.version().feature() + ", " + which;
  }

  private static List<ClassFiles.Found> inJdk(List<String> modules) throws IOException {
    JdkClasses jdk = new JdkClasses();
    List<ClassFiles.Found> found = new ArrayList<>();
    for (String module : modules.isEmpty() ? jdk.modules() : modules) {
      found.addAll(ClassFiles.below(jdk.directory(module)));
    }
    return found;
  }

  private static Subject of(String name, List<SubjectClass> classes) {
    Map<String, byte[]> own = new HashMap<>();
    classes.stream()
        .filter(SubjectClass::inEffect)
        .forEach(type -> own.putIfAbsent(type.internalName(), type.bytes()));
    JdkClasses jdk = new JdkClasses();
    ClassBytes others = new Surroundings(new JdkClasses());
    ClassBytes world = wanted -> Optional.ofNullable(own.get(wanted)).or(() -> others.find(wanted));
    return new Subject(name, List.copyOf(classes), world);
  }

  /**
   * All methods, those of the JDK that are called too: every call is a suspension point.
   *
   * @return patterns of their names
   */
  public Patterns everyMethod() {
    Set<String> patterns = new TreeSet<>();
    JDK_PACKAGES.forEach(name -> patterns.add(name + ".**"));
    for (SubjectClass type : classes) {
      String dotted = type.internalName().replace('/', '.');
      int end = dotted.indexOf('.');
      patterns.add(end < 0 ? dotted : dotted.substring(0, end) + ".**");
    }
    return Patterns.of(patterns);
  }
}
