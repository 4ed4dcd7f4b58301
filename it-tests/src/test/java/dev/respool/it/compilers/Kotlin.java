package dev.respool.it.compilers;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.jetbrains.kotlin.com.intellij.util.lang.JavaVersion;

/** The compiler for Kotlin. */
public final class Kotlin implements SourceCompiler {
  /** The highest version that Kotlin 2.0 can read; of version 25 not even the text. */
  private static final int HIGHEST_JAVA = 23;

  private final List<String> options;

  /** With more options. */
  public Kotlin(String... options) {
    this.options = List.of(options);
  }

  @Override
  public String extension() {
    return ".kt";
  }

  @Override
  public void compile(List<Path> sources, Path output) {
    pretendReadableJava();
    Stream<String> common =
        Stream.of("-no-stdlib", "-no-reflect", "-nowarn", "-jvm-target", RELEASE);
    String[] arguments =
        Stream.of(
                common,
                options.stream(),
                Stream.of("-cp", SourceCompiler.classPath(), "-d", output.toString()),
                sources.stream().map(Path::toString))
            .flatMap(parts -> parts)
            .toArray(String[]::new);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    ExitCode code = new K2JVMCompiler().exec(stream, arguments);
    SourceCompiler.check(code == ExitCode.OK, messages.toString(StandardCharsets.UTF_8));
  }

  private static void pretendReadableJava() {
    if (Runtime.version().feature() <= HIGHEST_JAVA) {
      return;
    }
    try {
      Field current = JavaVersion.class.getDeclaredField("current");
      current.setAccessible(true);
      current.set(null, JavaVersion.compose(HIGHEST_JAVA));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("this compiler finds the version of Java in another way", e);
    }
  }
}
