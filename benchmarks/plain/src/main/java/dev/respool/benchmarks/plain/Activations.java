package dev.respool.benchmarks.plain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a suspended coroutine keeps, as a program would keep it that has no coroutines: a list with
 * an object for each activation, written and read by the JDK's serialization.
 */
final class Activations implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private final ArrayList<Activation> activations;

  private Activations(List<Activation> activations) {
    this.activations = new ArrayList<>(activations);
  }

  /** An activation with its int, and the int that becomes known when what it calls returns. */
  private static final class Activation implements Serializable {
    @Serial private static final long serialVersionUID = 1;

    private final int own;
    private int below;

    Activation(int own) {
      this.own = own;
    }

    int finish(int result) {
      below = result;
      return below + own;
    }
  }

  static Activations of(int depth) {
    return new Activations(IntStream.rangeClosed(1, depth).mapToObj(Activation::new).toList());
  }

  static Activations read(byte[] bytes) {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Activations) in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Own classes are there", e);
    }
  }

  byte[] written() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  int finish() {
    int result = 0;
    for (Activation activation : activations) {
      result = activation.finish(result);
    }
    return result;
  }
}
