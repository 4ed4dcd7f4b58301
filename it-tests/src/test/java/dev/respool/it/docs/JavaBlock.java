package dev.respool.it.docs;

import dev.respool.compiler.suspendable.Patterns;
import dev.respool.it.harness.ClassFiles;
import dev.respool.it.harness.ResourceBytes;
import dev.respool.it.harness.SourceTargets;
import dev.respool.it.harness.VerifyingLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of Java as a file that javac takes.
 *
 * <p>A block with a {@code public class} is a file of its own. One that begins with an annotation,
 * a modifier or a type declaration is the members of a class; anything else is the statements of a
 * suspendable method, which {@code main} calls. In both cases the members that a {@code given}
 * comment has are put beside it, and {@link #IMPORTS} stand above.
 */
final class JavaBlock {
  private static final int RELEASE = 17;
  private static final String NAME = "Fragment";
  static final String IMPORTS =
      """
      import dev.respool.*;
      import dev.respool.abi.*;
      import dev.respool.inspect.*;
      import dev.respool.loop.*;
      import dev.respool.snapshot.*;
      import java.io.IOException;
      import java.nio.file.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.function.*;
      """;
  private static final Pattern FILE = Pattern.compile("(?m)^public class (\\w+)");
  private static final Pattern MEMBERS =
      Pattern.compile("^(@|(static|private|public|final|class|record|interface|enum)\\b)");

  private final Block block;
  private final String name;

  JavaBlock(Block block) {
    this.block = block;
    Matcher file = FILE.matcher(block.text());
    this.name = file.find() ? file.group(1) : NAME;
  }

  String source() {
    if (!name.equals(NAME)) {
      return block.text();
    }
    String given = block.comment(Block.GIVEN).orElse("");
    String shown = MEMBERS.matcher(block.text()).find() ? block.text() : statements();
    return IMPORTS + "public class " + NAME + " {\n" + given + "\n" + shown + "\n}\n";
  }

  private String statements() {
    return "public static void main(String[] args) throws Exception { statements(); }\n"
        + "@Suspendable static void statements() throws Exception {\n"
        + block.text()
        + "\n}";
  }

  /** Fails with the messages of javac. */
  ClassFiles compiled() throws IOException {
    try {
      return SourceTargets.compiledText(name, source(), RELEASE);
    } catch (AssertionError e) {
      throw new AssertionError(block + ": " + e.getMessage() + "\n" + source(), e);
    }
  }

  /** What it prints, run instrumented; nothing if it has no {@code main}. */
  List<String> printed() throws IOException, ReflectiveOperationException {
    ClassFiles files = compiled();
    VerifyingLoader loader =
        new VerifyingLoader(
            name -> files.find(name).or(() -> new ResourceBytes().find(name)),
            Patterns.none(),
            other -> other.equals(name) || other.startsWith(name + "$"));
    Class<?> program = loader.loadClass(name);
    List<String> lines =
        source().contains("static void main(")
            ? run(program.getMethod("main", String[].class))
            : List.of();
    if (!loader.refusals().isEmpty()) {
      throw new AssertionError(block + ": " + loader.refusals());
    }
    return lines;
  }

  private List<String> run(Method main) throws ReflectiveOperationException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      throw new AssertionError(block + " failed", e.getCause());
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
