package dev.respool.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.abi.ContinuationImage.Status;
import dev.respool.abi.PointLayout;
import dev.respool.abi.PointLayout.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {
  private static final PointLayout LAYOUT =
      new PointLayout("a/B", "m", "()V", 1, List.of(new Slot("i", "I"), new Slot("text", "La/B;")));

  private static Place place(String method, PointLayout layout) {
    Outline outline = new Outline(2, 1L << 60);
    EncodedPlace.Memo memo = new EncodedPlace.Memo();
    return new Place("a.B", method, "()V", "B.java", 7, true, "unknown", outline, layout, memo);
  }

  private static Contents.Activation activation(Place place, int number, Object object) {
    return new Contents.Activation(place, Arrays.asList(number, object));
  }

  private static Contents contents(Contents.Activation... frames) {
    Contents.Saved saved =
        new Contents.Saved(
            Kind.COROUTINE, Status.SUSPENDED, false, false, false, 3, List.of(frames));
    return new Contents(List.of(saved), List.of(), new byte[] {1, 2, 3});
  }

  private static List<String> texts(Contents contents) {
    List<String> texts = new ArrayList<>();
    for (Contents.Activation each : contents.continuations().get(0).activations()) {
      Place at = each.place();
      texts.add(
          at
              + at.descriptor()
              + at.adapter()
              + at.version()
              + at.outline()
              + at.layout()
              + each.values());
    }
    return texts;
  }

  private static Contents several() {
    Place first = place("m", LAYOUT);
    Place second = place("text", new PointLayout("a/B", "n", "()I", 0, LAYOUT.slots()));
    Contents.Stored stored = new Contents.Stored(new SavedObject("a.B", "i"), 300, false);
    Contents.Stored rest = new Contents.Stored(new SavedObject("a.C", "m"), 1, true);
    return contents(
        activation(first, 1, null),
        activation(first, -2, stored),
        activation(second, 3, rest),
        activation(second, 4, stored),
        activation(first, 5, null));
  }

  @Test
  void what_was_written_is_read() {
    Contents written = several();
    Contents read = Decoder.decode(Encoder.encode(written));
    assertEquals(texts(written), texts(read));
    assertEquals(2, read.places().size());
    assertArrayEquals(written.objects(), read.objects());
  }

  @Test
  void a_place_is_written_in_the_same_way_when_it_was_written_before() {
    Contents contents = several();
    byte[] first = Encoder.encode(contents);
    assertArrayEquals(first, Encoder.encode(contents));
    assertArrayEquals(first, Encoder.encode(Decoder.decode(first)));
  }
}
