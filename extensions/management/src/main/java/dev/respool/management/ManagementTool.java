package dev.respool.management;

import dev.respool.inspect.InspectionTool;

/** Lets a system property register the MXBean. A service provider, which needs to be public. */
public final class ManagementTool implements InspectionTool {
  /** For {@link java.util.ServiceLoader}. */
  public ManagementTool() {}

  @Override
  public String name() {
    return "management";
  }

  @Override
  public void start() {
    RespoolManagement.register();
  }
}
