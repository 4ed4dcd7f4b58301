package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.respool.Coroutine;
import dev.respool.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoreTest {
  @Test
  void snapshots_are_stored() throws IOException {
    store("order", Shop.ordering());
    store("greeting", Shop.greeting());
  }

  private static void store(String name, Coroutine<Object, Object> coroutine) throws IOException {
    coroutine.resume();
    Path directory = Files.createDirectories(Path.of("stored"));
    byte[] bytes = Snapshot.of(coroutine).toBytes();
    assertTrue(Files.size(Files.write(directory.resolve(name), bytes)) > 0);
  }
}
