package dev.respool.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.respool.benchmarks.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks every peer whether this JVM can run it. Those that it cannot run are noted with the reason;
 * those that it can are printed for each workload, so that the run need not try the others.
 */
public final class SavePeers {
  private SavePeers() {}

  /**
   * Writes the file and prints a line for each workload: its name, a space, the peers with commas.
   *
   * @param arguments the file, then the workloads by the names of the methods of a peer
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    List<Map<String, String>> absent = Peers.names().stream().flatMap(SavePeers::absent).toList();
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    Files.writeString(Path.of(arguments[0]), gson.toJson(absent) + "\n");
    Stream.of(arguments)
        .skip(1)
        .forEach(workload -> System.out.println(workload + " " + String.join(",", with(workload))));
  }

  private static Stream<Map<String, String>> absent(String name) {
    Optional<String> reason = Peers.whyNot(name);
    return reason.stream().map(why -> absence(name, why));
  }

  private static Map<String, String> absence(String name, String reason) {
    Map<String, String> absence = new LinkedHashMap<>();
    absence.put("peer", name);
    absence.put("jdk", String.valueOf(Runtime.version().feature()));
    absence.put("reason", reason);
    return absence;
  }

  private static List<String> with(String workload) {
    return Peers.names().stream()
        .filter(name -> Peers.whyNot(name).isEmpty() && Peers.has(Peers.named(name), workload))
        .toList();
  }
}
