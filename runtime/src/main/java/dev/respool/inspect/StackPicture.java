package dev.respool.inspect;

import dev.respool.abi.Activation;
import dev.respool.abi.Continuation;
import java.util.List;

/**
 * The logical stack of something suspended.
 *
 * @param frames innermost first
 * @param complete whether these are all: false if there are more than were asked for
 */
public record StackPicture(List<FramePicture> frames, boolean complete) {
  /** No frames. */
  public static final StackPicture EMPTY = new StackPicture(List.of(), true);

  /**
   * The stack of a suspended continuation. For those that run continuations.
   *
   * @param continuation must not be resumed meanwhile
   * @param options how many frames, and what of each
   * @return empty if it has not begun
   */
  public static StackPicture of(Continuation continuation, InspectionOptions options) {
    return of(Activation.of(continuation, options.maxFrames() + 1L, options.locals()), options);
  }

  /** Of activations of which there is one more than is shown, if there are so many. */
  static StackPicture of(List<Activation> found, InspectionOptions options) {
    int most = options.maxFrames();
    List<FramePicture> frames =
        found.stream().limit(most).map(each -> FramePicture.of(each, options)).toList();
    return new StackPicture(frames, found.size() <= most);
  }
}
