package dev.respool.it.scenarios.lua;

import dev.respool.it.scenarios.saved.SavedRuns;
import java.nio.file.Path;

/**
 * Saves all scripts in a directory, or goes on with those of a directory and saves them in another
 * one. Prints what comes after each snapshot.
 */
public final class SavedLuaMain {
  private SavedLuaMain() {}

  /**
   * Runs it.
   *
   * @param arguments the directory that is written to; then the one that is read, if there is one
   */
  public static void main(String[] arguments) throws Exception {
    SavedLua lua = new SavedLua();
    SavedRuns runs = new SavedRuns(lua.policy(), Path.of(arguments[0]));
    for (LuaScript script : LuaScript.values()) {
      String name = script.name();
      var said =
          arguments.length == 1
              ? runs.save(name, () -> lua.coroutine(name, script.text()))
              : runs.goOn(name, Path.of(arguments[1]));
      said.forEach(System.out::println);
    }
  }
}
