package dev.respool.management;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This module stands on what the runtime shows to everybody. */
class PublicApiTest {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (dev\\.respool[.a-z]*)\\.[A-Z]");

  @Test
  void the_module_uses_inspections_only() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher found = IMPORT.matcher(Files.readString(file));
        while (found.find()) {
          used.add(found.group(1));
        }
      }
    }
    assertEquals(Set.of("dev.respool.inspect"), used);
  }
}
