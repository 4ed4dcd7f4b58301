package dev.respool.compiler.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.abi.References;
import dev.respool.abi.Shapes;
import dev.respool.compiler.Compiler;
import dev.respool.compiler.plan.Monitors;
import dev.respool.compiler.suspendable.Patterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The classes of the runtime that transformed code names are those that the package page of {@code
 * abi} lists as the contract, no more and no fewer.
 */
class ContractTest {
  private static final Path PAGE =
      Path.of("../runtime/src/main/java/dev/respool/abi/package-info.java");
  private static final Pattern NAME = Pattern.compile("\\{@code (\\w+)}");
  private static final Pattern NAMED = Pattern.compile("dev/respool/abi/(\\w+)");

  /** Not named in code: its number is in the attribute that marks transformed classes. */
  private static final String VERSION = "AbiVersion";

  private static Set<String> contract() throws IOException {
    String page = Files.readString(PAGE);
    int list = page.indexOf("<ul>", page.indexOf("What does generated code call?"));
    assertTrue(list > 0, "the page has the list");
    String text =
        page.substring(list, page.indexOf("</ul>", list)).replaceAll("\\s*\n \\*\\s*", " ");
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  /** Every name of the package that stands in the constant pool of a transformed target. */
  private static Set<String> named() throws IOException {
    TargetClasses classes = new TargetClasses();
    Set<String> names = new TreeSet<>();
    for (Monitors monitors : Monitors.values()) {
      Compiler compiler = new Compiler(classes, Patterns.none(), monitors);
      for (String target : TargetClasses.names()) {
        byte[] bytes = classes.of(target);
        compiler.compile(bytes).bytes().ifPresent(result -> addNames(result, names));
      }
    }
    return names;
  }

  private static void addNames(byte[] classFile, Set<String> names) {
    Matcher named = NAMED.matcher(new String(classFile, StandardCharsets.ISO_8859_1));
    while (named.find()) {
      names.add(named.group(1));
    }
  }

  @Test
  void transformed_code_names_exactly_the_contract() throws IOException {
    Set<String> expected = contract();
    expected.remove(VERSION);
    Set<String> names = named();
    if (Shapes.R1P0.class.getSuperclass().getEnclosingClass() == References.class) {
      names.add(References.class.getSimpleName()); // its setters are called as those of a shape
    }
    assertEquals(
        expected,
        names,
        "What generated code calls belongs under the first question of abi's package-info.java,"
            + " and nothing else does. A class that is named here for the first time needs a golden"
            + " target, and its names in RuntimeAbi.");
  }
}
