package dev.respool.it.scenarios.saved;

import dev.respool.Coroutine;
import dev.respool.Suspendable;

/** Statements that are suspended inside: try, catch, finally and switch. */
final class HeldBlocks {
  private HeldBlocks() {}

  /** An exception is on its way through two finally blocks, and is caught. */
  @Suspendable
  static Object thrown() {
    StringBuilder log = new StringBuilder();
    try {
      guarded(log);
    } catch (IllegalStateException e) {
      Coroutine.yield("caught");
      log.append(e.getMessage()).append(e.getCause().getMessage());
      log.append(e.getSuppressed()[0].getMessage());
      log.append(e.getStackTrace()[0].getMethodName());
    }
    return log.toString();
  }

  @Suspendable
  private static void guarded(StringBuilder log) {
    try {
      try {
        Coroutine.yield("body");
        throw failure();
      } finally {
        Coroutine.yield("inner");
        log.append("inner;");
      }
    } finally {
      Coroutine.yield("outer");
      log.append("outer;");
    }
  }

  private static IllegalStateException failure() {
    IllegalStateException failure =
        new IllegalStateException("thrown", new IllegalArgumentException("cause"));
    failure.addSuppressed(new NumberFormatException("suppressed"));
    return failure;
  }

  /** A value is on its way out while the block behind it is suspended. */
  @Suspendable
  static Object returned() {
    String log = "";
    for (int i = 0; i < 3; i++) {
      log += pending(i);
    }
    return log;
  }

  @Suspendable
  private static long pending(int n) {
    try {
      return n * 10L + text("value").length();
    } finally {
      Coroutine.yield("finally " + n);
    }
  }

  /** The text that is switched on, and which case was chosen, are in locals without names. */
  @Suspendable
  static Object switches() {
    String log = "";
    for (String text : new String[] {"Aa", "BB", "c", "other"}) {
      switch (text(text)) {
        case "Aa" -> {
          Coroutine.yield("first");
          log += "a";
        }
        case "BB" -> log += "b" + text("same hash");
        case "c" -> log += text("c").length();
        default -> log += chosen(text);
      }
    }
    return log;
  }

  @Suspendable
  private static String chosen(String text) {
    return switch (text.length()) {
      case 5 -> {
        String found = text("five");
        yield found + text;
      }
      default -> "";
    };
  }

  @Suspendable
  private static String text(String text) {
    Coroutine.yield(text.length());
    return text;
  }
}
