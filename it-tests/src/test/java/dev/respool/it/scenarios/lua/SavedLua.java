package dev.respool.it.scenarios.lua;

import dev.respool.Coroutine;
import dev.respool.snapshot.SnapshotPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/**
 * Lua in one process, and what a snapshot of its coroutines takes: the functions of the library
 * stay outside, by the names that Lua has for them.
 */
final class SavedLua {
  private static final LuaTable WEAK_KEYS =
      LuaValue.tableOf(new LuaValue[] {LuaValue.valueOf("__mode"), LuaValue.valueOf("k")});

  private final Globals globals = JsePlatform.standardGlobals();
  private final Map<String, LuaValue> externals = new LinkedHashMap<>();

  SavedLua() {
    globals.set("coroutine", LuaCoroutines.library());
    name("_G", globals);
  }

  private void name(String name, LuaValue value) {
    boolean isNew = !externals.containsValue(value); // the values compare by identity
    if (value.istable() || value.isfunction() || value.isuserdata()) {
      externals.put(name, value);
    }
    if (isNew && value instanceof LuaTable table) {
      for (LuaValue key : table.keys()) {
        name(name + "." + key.tojstring(), table.get(key));
      }
    }
  }

  SnapshotPolicy policy() {
    return SnapshotPolicy.allowing("org.luaj.vm2.**", LuaCoroutines.class.getName())
        .withExternals(externals)
        .onRestore(LuaTable.class, SavedLua::rehash);
  }

  /**
   * Puts keys in their places that LuaJ finds by identity: tables, functions and booleans. A table
   * without a misplaced key stays as it is, so that a loop over it goes on where it was.
   */
  private static void rehash(LuaTable table) {
    try {
      table.keys(); // looks for each key but the first, and fails if one is not in its place
    } catch (LuaError misplaced) {
      LuaValue metatable = table.getmetatable();
      table.setmetatable(WEAK_KEYS); // LuaJ computes all places when the mode changes
      table.setmetatable(metatable);
    }
  }

  /**
   * Globals that a script defines are its own and are saved; those of Lua are seen through them.
   */
  Coroutine<Object, Object> coroutine(String name, String script) {
    LuaTable own = new LuaTable();
    own.setmetatable(LuaValue.tableOf(new LuaValue[] {LuaValue.INDEX, globals}));
    LuaValue chunk = globals.load(script, name, own);
    return Coroutine.create(first -> chunk.invoke());
  }
}
