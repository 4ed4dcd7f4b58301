package dev.respool.agent.inspection;

import java.io.IOException;

/** Another JVM cannot be looked into. The message says why and what to do. */
public final class InspectionException extends IOException {
  private static final long serialVersionUID = 1L;

  InspectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
