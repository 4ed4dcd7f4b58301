package dev.respool.snapshot;

import dev.respool.SuspendedFrame;
import dev.respool.abi.PointLayout;
import java.util.ArrayList;
import java.util.List;

/** Shows the contents of a snapshot to people. */
final class Views {
  private Views() {}

  static List<SuspendedFrame> frames(Contents.Saved saved) {
    return saved.activations().stream()
        .filter(activation -> !activation.place().adapter())
        .map(Views::frame)
        .toList();
  }

  private static SuspendedFrame frame(Contents.Activation activation) {
    Place place = activation.place();
    String file = place.file().isEmpty() ? null : place.file();
    return new SuspendedFrame(
        place.owner(), place.method(), file, place.line(), locals(activation));
  }

  private static List<SuspendedFrame.LocalValue> locals(Contents.Activation activation) {
    List<SuspendedFrame.LocalValue> locals = new ArrayList<>();
    List<PointLayout.Slot> slots = activation.place().layout().slots();
    for (int i = 0; i < slots.size(); i++) {
      PointLayout.Slot slot = slots.get(i);
      if (!slot.isHidden() && slot.name().charAt(0) != '.') {
        Object value = value(activation.values().get(i));
        locals.add(new SuspendedFrame.LocalValue(slot.name(), slot.descriptor(), value));
      }
    }
    return locals;
  }

  private static Object value(Object value) {
    return value instanceof Contents.Stored stored ? stored.object() : value;
  }

  static String text(Contents contents, int bytes) {
    Contents.Saved first = contents.continuations().get(0);
    StringBuilder text = new StringBuilder();
    text.append("Snapshot of a ").append(first.kind()).append(", ");
    text.append(first.status().name().toLowerCase(java.util.Locale.ROOT)).append(", ");
    text.append(bytes).append(" bytes");
    int others = contents.continuations().size() - 1;
    text.append(others == 0 ? "" : ", with " + others + " more that it refers to");
    frames(first).forEach(frame -> text.append("\n  at ").append(frame));
    return text.toString();
  }
}
