package dev.respool.inspect;

import dev.respool.abi.Activation;
import java.util.List;

/**
 * A suspended frame as text.
 *
 * @param element class, method, file and line at which it waits
 * @param locals its live locals in the order of their declaration; empty if they were not asked for
 */
public record FramePicture(StackTraceElement element, List<LocalPicture> locals) {

  static FramePicture of(Activation activation, InspectionOptions options) {
    List<LocalPicture> locals =
        activation.locals().stream()
            .map(l -> new LocalPicture(l.name(), l.descriptor(), ValueText.of(l.value(), options)))
            .toList();
    return new FramePicture(activation.element(), locals);
  }

  /** One line. */
  @Override
  public String toString() {
    return locals.isEmpty() ? element.toString() : element + " " + locals;
  }
}
