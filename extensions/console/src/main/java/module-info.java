/** A live page of the tasks of a running program. */
module dev.respool.console {
  requires transitive dev.respool.runtime;
  requires jdk.httpserver;

  exports dev.respool.console;

  provides dev.respool.inspect.InspectionTool with
      dev.respool.console.ConsoleTool;
}
