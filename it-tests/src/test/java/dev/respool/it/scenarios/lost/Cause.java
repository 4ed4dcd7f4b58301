package dev.respool.it.scenarios.lost;

import java.util.regex.Pattern;

/** What a refusal gives as its reason, and as its remedy. */
enum Cause {
  JDK("it is code of the JDK, which is not transformed", "."),
  PROXY("a proxy, [^ ]+, stands before ", "call [^ ]+ on the object behind the proxy"),
  /** The agent transforms every class but those that its option excludes. */
  PLAIN(
      "the method was not transformed|the agent's option exclude= names its class",
      "annotate (it|the method in which the lambda is written) with @Suspendable"
          + "|suspend outside of it"),
  REFUSED(
      "a synchronized method cannot suspend|the method was not transformed",
      "annotate it with @Suspendable|suspend outside of the method, or say monitors=release$"),
  METHOD_HANDLE("the call there goes through a method handle", "call the method itself"),
  STATIC_INITIALISER(
      "a static initialiser cannot suspend", "compute the value before, or lazily in a method"),
  /** The frame is transformed, but not where it called. */
  NOT_A_POINT(
      "the call there is not a suspension point",
      "annotate [^ ]+|call it on a variable of the type"),
  /** The JVM itself called, and no frame says so. */
  ANY("", "");

  private final Pattern text;

  Cause(String reason, String remedy) {
    this.text = Pattern.compile("(" + reason + ").*; .*(" + remedy + ")");
  }

  boolean isGivenIn(String message) {
    return text.matcher(message).find();
  }
}
