package dev.respool.benchmarks.report;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Notes on what is measured: the JVM's own words, before a run with that JVM. */
public final class SaveMachine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private SaveMachine() {}

  /**
   * Writes the file.
   *
   * @param arguments the file, then {@code name=value} for what only the caller knows
   * @throws IOException if it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> properties = new TreeMap<>();
    Stream.of(
            "java.vm.name", "java.vm.version", "java.version", "java.vendor", "os.name", "os.arch")
        .forEach(name -> properties.put(name, System.getProperty(name)));
    properties.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    properties.put("processor", processor());
    properties.put("started", LocalDate.now(ZoneOffset.UTC).toString());
    Stream.of(arguments).skip(1).map(a -> a.split("=", 2)).forEach(a -> properties.put(a[0], a[1]));
    String json = new GsonBuilder().setPrettyPrinting().create().toJson(properties);
    Files.writeString(Path.of(arguments[0]), json + "\n");
  }

  /** The processor's model where Linux tells it, else nothing. */
  private static String processor() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    }
  }
}
