/** A live page of the tasks of a running program. */
module dev.respool.console {
  requires dev.respool.runtime;
  requires jdk.httpserver;

  exports dev.respool.console;
}
