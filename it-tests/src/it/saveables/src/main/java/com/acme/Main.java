package com.acme;

import dev.respool.Coroutine;
import dev.respool.snapshot.Snapshot;
import dev.respool.snapshot.SnapshotException;
import dev.respool.snapshot.SnapshotPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves in one JVM what another one finishes. */
public class Main {
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    Path marked = Path.of(args[1] + ".marked");
    if (args[0].equals("save")) {
      Files.write(file, saved(com.acme.chosen.Prices.coroutine()));
      Files.write(marked, saved(com.acme.marked.Prices.coroutine()));
      refused(com.acme.other.Prices.coroutine());
    } else {
      SnapshotPolicy policy = SnapshotPolicy.allowing("com.acme.chosen.*", "com.acme.marked.*");
      System.out.println(Snapshot.read(Files.readAllBytes(file), policy).restore().resume("EUR"));
      System.out.println(Snapshot.read(Files.readAllBytes(marked), policy).restore().resume("USD"));
    }
  }

  private static byte[] saved(Coroutine<Object, Object> prices) {
    System.out.println(prices.resume());
    return Snapshot.of(prices).toBytes();
  }

  private static void refused(Coroutine<Object, Object> prices) {
    try {
      saved(prices);
    } catch (SnapshotException e) {
      System.out.println(e.obstacles().size() + ": " + e.obstacles().get(0).remedy());
    }
  }
}
