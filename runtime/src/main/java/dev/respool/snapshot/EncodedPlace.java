package dev.respool.snapshot;

import java.util.List;

/**
 * A place as the first one of a snapshot is written. It is kept with the place, because a program
 * saves many coroutines at the same places, and looking up a dozen strings costs as much as saving
 * some frames.
 *
 * @param bytes what is written
 * @param strings those among them, each once, in the order of their numbers
 */
record EncodedPlace(byte[] bytes, List<String> strings) {
  /** Where it is kept, from when it is first asked for. */
  static final class Memo {
    private volatile EncodedPlace known;

    EncodedPlace of(Place place) {
      EncodedPlace encoded = known;
      if (encoded == null) {
        encoded = Encoder.alone(place);
        known = encoded;
      }
      return encoded;
    }
  }
}
