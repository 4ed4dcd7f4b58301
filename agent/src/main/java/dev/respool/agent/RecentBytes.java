package dev.respool.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The class files that were asked for last: those of common supertypes and callees are asked for
 * again and again, and reading one from a jar takes some hundred microseconds.
 */
final class RecentBytes {
  private static final int CAPACITY = 512;

  private final Map<String, byte[]> byName =
      Collections.synchronizedMap(
          new LinkedHashMap<>(CAPACITY, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > CAPACITY;
            }
          });

  /** The bytes, or null if they were not asked for lately. */
  byte[] get(String internalName) {
    return byName.get(internalName);
  }

  void put(String internalName, byte[] classFile) {
    byName.put(internalName, classFile);
  }
}
