package dev.respool.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The loop's one selector, opened when a task first waits for a channel. */
final class IoSelector {
  private static final long FOR_EVER = 0;

  private final List<SelectionKey> found = new ArrayList<>(); // by select, and not told yet
  private volatile Selector selector;
  private int waits;

  boolean isOpen() {
    return selector != null;
  }

  boolean hasWaits() {
    return waits > 0;
  }

  int waits() {
    return waits;
  }

  void waitBegins() {
    waits++;
  }

  void waitEnds() {
    waits--;
  }

  /** Registers a channel without interest; loop's thread. */
  SelectionKey register(IoPort port) throws IOException {
    if (selector == null) {
      selector = Selector.open();
    }
    return port.channel().register(selector, 0, port);
  }

  /** Whether a key is one of this selector's. */
  boolean owns(SelectionKey key) {
    return key.isValid() && key.selector() == selector;
  }

  /** Tells the ports what {@link #select} has found, or else what is ready now; does not wait. */
  void poll() {
    if (selector == null) {
      return;
    }
    if (found.isEmpty()) {
      selectNow();
    } else {
      found.forEach(IoSelector::ready);
      found.clear();
    }
  }

  private void selectNow() {
    try {
      selector.selectNow(IoSelector::ready);
    } catch (IOException e) {
      throw new UncheckedIOException("the event loop's selector failed", e);
    }
  }

  private static void ready(SelectionKey key) {
    if (key.isValid()) {
      ((IoPort) key.attachment()).ready(key.readyOps());
    }
  }

  /** Waits until something is ready, which the next {@link #poll} tells, or woken. */
  void select(long nanos) {
    try {
      selector.select(found::add, nanos == Long.MAX_VALUE ? FOR_EVER : milliseconds(nanos));
    } catch (IOException e) {
      throw new UncheckedIOException("the event loop's selector failed", e);
    }
  }

  /** Rounded up: a timer must not find the loop awake too early, again and again. */
  private static long milliseconds(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos - 1) + 1;
  }

  /** Ends a {@link #select}; any thread. */
  void wakeup() {
    Selector open = selector;
    if (open != null) {
      open.wakeup();
    }
  }

  void close() throws IOException {
    Selector open = selector;
    if (open != null) {
      selector = null;
      found.clear();
      open.close();
    }
  }
}
