package dev.respool.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A suspension has failed because of a frame that cannot be captured. */
@Name("dev.respool.SuspensionRefused")
@Label("Suspension Refused")
@Description("A frame is in the way of a suspension, which throws a NotSuspendableException")
final class SuspensionRefused extends CoroutineEvent {
  @Label("Frame")
  @Description("The frame that cannot be captured")
  String frame;

  @Label("Reason")
  @Description("Why it cannot be captured")
  String reason;

  @Label("Remedy")
  @Description("What to do about it")
  String remedy;
}
