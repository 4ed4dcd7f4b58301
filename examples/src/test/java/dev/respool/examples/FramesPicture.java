package dev.respool.examples;

import dev.respool.SuspendedFrame;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws a method's source beside the frames of a suspended coroutine that wait in it. Lines of the
 * source and their frames have the same colour.
 */
final class FramesPicture {
  private static final int WIDTH = 900;
  private static final int SOURCE_LEFT = 24;
  private static final int FRAMES_LEFT = 490;
  private static final int TOP = 84;
  private static final int LINE_HEIGHT = 24;
  private static final int FRAME_HEIGHT = 62;
  private static final int FRAME_GAP = 14;
  private static final String STYLE =
      """
      <style>
      text { font: 13px ui-sans-serif, system-ui, "DejaVu Sans", sans-serif; fill: #1f2328; }
      .code { font: 13px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre; }
      .title { font-size: 15px; font-weight: 600; }
      .faint { fill: #59636e; }
      .card { fill: #ffffff; stroke: #d1d9e0; }
      .link { stroke: #8c959f; fill: none; stroke-width: 1.5; }
      .tip { fill: #8c959f; }
      .c0 { fill: #fff1e5; stroke: #bc4c00; }
      .c1 { fill: #ddf4ff; stroke: #0969da; }
      .c2 { fill: #dafbe1; stroke: #1a7f37; }
      .c3 { fill: #f6f8fa; stroke: #8c959f; }
      @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .faint { fill: #9198a1; }
      .card { fill: #0d1117; stroke: #3d444d; }
      .link { stroke: #9198a1; }
      .tip { fill: #9198a1; }
      .c0 { fill: #3d1300; stroke: #f0883e; }
      .c1 { fill: #051d4d; stroke: #4493f8; }
      .c2 { fill: #04260f; stroke: #3fb950; }
      .c3 { fill: #151b23; stroke: #656c76; }
      }
      </style>
      """;

  private final List<SuspendedFrame> frames;
  private final StringBuilder svg = new StringBuilder();

  FramesPicture(List<SuspendedFrame> frames) {
    this.frames = frames;
  }

  /**
   * The picture.
   *
   * @param title what is seen
   * @param source lines of the method
   * @param firstLine the number of the first of them in its file
   */
  String svg(String title, List<String> source, int firstLine) {
    int framesHeight = frames.size() * (FRAME_HEIGHT + FRAME_GAP);
    int height = TOP + Math.max(source.size() * LINE_HEIGHT, framesHeight) + 40;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\">",
        WIDTH, height);
    add("<title>%s</title>", escaped(title));
    svg.append(STYLE);
    add(
        "<rect class=\"card\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>",
        WIDTH - 1, height - 1);
    text("title", SOURCE_LEFT, 32, title);
    text("faint", SOURCE_LEFT, 58, "the code");
    text("faint", FRAMES_LEFT, 58, "its suspended calls, innermost first: what frames() returns");
    for (int i = 0; i < source.size(); i++) {
      source(source.get(i), firstLine + i, TOP + i * LINE_HEIGHT);
    }
    for (int i = 0; i < frames.size(); i++) {
      frame(i, TOP - 4 + i * (FRAME_HEIGHT + FRAME_GAP));
    }
    text(
        "faint",
        SOURCE_LEFT,
        height - 18,
        "resume() re-enters only the innermost frame. Locals that are not needed any more are not kept.");
    return svg.append("</svg>\n").toString();
  }

  private void source(String line, int number, int y) {
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).line() == number) {
        add(
            "<rect class=\"c%d\" x=\"%d\" y=\"%d\" width=\"440\" height=\"%d\" rx=\"4\"/>",
            i, SOURCE_LEFT - 6, y, LINE_HEIGHT - 2);
      }
    }
    text("code faint", SOURCE_LEFT, y + 16, String.format(Locale.ROOT, "%2d", number));
    text("code", SOURCE_LEFT + 28, y + 16, line);
  }

  private void frame(int index, int y) {
    SuspendedFrame frame = frames.get(index);
    add(
        "<rect class=\"c%d\" x=\"%d\" y=\"%d\" width=\"386\" height=\"%d\" rx=\"6\"/>",
        index, FRAMES_LEFT, y, FRAME_HEIGHT);
    text(
        "code",
        FRAMES_LEFT + 14,
        y + 25,
        "at " + frame.methodName() + "(" + frame.fileName() + ":" + frame.line() + ")");
    String locals =
        frame.locals().stream()
            .map(local -> local.name() + " = " + local.value())
            .collect(Collectors.joining("    "));
    text(
        locals.isEmpty() ? "faint" : "code",
        FRAMES_LEFT + 14,
        y + 48,
        locals.isEmpty() ? "no live locals" : locals);
    if (index + 1 < frames.size()) {
      arrow(FRAMES_LEFT + 193, y + FRAME_HEIGHT);
    }
  }

  /** From a frame to that of its caller. */
  private void arrow(int x, int y) {
    int tip = y + FRAME_GAP;
    add("<path class=\"link\" d=\"M%d %d V%d\"/>", x, y, tip - 5);
    add("<path class=\"tip\" d=\"M%d %d h8 l-4 6 z\"/>", x - 4, tip - 6);
  }

  private void text(String styles, int x, int y, String text) {
    add(
        "<text class=\"%s\" x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>",
        styles, x, y, escaped(text));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
