package dev.respool.it.agent;

/** Programs that use the classes on the page about LuaJ. */
final class LuaPrograms {
  /**
   * Saves all scripts in a directory, or goes on with those of a directory and saves them in
   * another one. Prints what comes after each snapshot.
   */
  static final String SAVED =
      """
      import dev.respool.Coroutine;
      import dev.respool.it.scenarios.lua.LuaScript;
      import dev.respool.it.scenarios.saved.SavedRuns;
      import dev.respool.snapshot.SnapshotPolicy;
      import java.nio.file.Path;
      import java.util.*;
      import org.luaj.vm2.*;
      import org.luaj.vm2.lib.jse.JsePlatform;
      public class SavedLua {
        static final Globals GLOBALS = JsePlatform.standardGlobals();

        static SnapshotPolicy policy() {
          GLOBALS.set("threads", GLOBALS.get("coroutine"));
          GLOBALS.set("coroutine", LuaCoroutines.library());
          Map<String, LuaValue> names = new LinkedHashMap<>();
          LuaLibrary.name("_G", GLOBALS, names);
          return LuaTables.policy(names);
        }

        /** Globals of the script are its own; those of Lua are seen through them. */
        static Coroutine<Object, Object> coroutine(String name, String script) {
          LuaTable own = new LuaTable();
          own.setmetatable(LuaValue.tableOf(new LuaValue[] {LuaValue.INDEX, GLOBALS}));
          LuaValue chunk = GLOBALS.load(script, name, own);
          return Coroutine.create(first -> chunk.invoke());
        }

        public static void main(String[] args) throws Exception {
          SavedRuns runs = new SavedRuns(policy(), Path.of(args[0]));
          for (LuaScript script : LuaScript.values()) {
            String name = script.name();
            List<String> said =
                args.length == 1
                    ? runs.save(name, () -> coroutine(name, script.text()))
                    : runs.goOn(name, Path.of(args[1]));
            said.forEach(System.out::println);
          }
        }
      }
      """;

  /** Prints the obstacles of what cannot be saved, and whether a loop went wrong. */
  static final String LIMITS =
      """
      import dev.respool.Coroutine;
      import dev.respool.it.scenarios.saved.SavedRuns;
      import dev.respool.snapshot.*;
      import java.util.*;
      import java.util.stream.Collectors;
      public class LuaLimits {
        static final SnapshotPolicy POLICY = SavedLua.policy();

        static void refused(String name, String value) {
          String script = "local held = " + value + " coroutine.yield() return held";
          Coroutine<Object, Object> co = SavedLua.coroutine(name, script);
          co.resume();
          try {
            Snapshot.of(co, POLICY);
          } catch (SnapshotException e) {
            System.out.println(name + e.obstacles().stream()
                .map(Obstacle::className).collect(Collectors.joining(", ", ": ", "")));
          }
        }

        static String sum(Coroutine<Object, Object> co) {
          List<String> rest = SavedRuns.rest(co);
          return rest.get(rest.size() - 1);
        }

        /** Keys are tables, whose places depend on their identity hashes. */
        static void pairs() {
          Coroutine<Object, Object> co = SavedLua.coroutine("pairs",
              "local all, sum = {}, 0 "
                  + "for i = 1, 100 do all[{}] = i end "
                  + "for key, value in pairs(all) do coroutine.yield() sum = sum + value end "
                  + "return sum");
          for (int i = 0; i < 50; i++) {
            co.resume();
          }
          byte[] bytes = Snapshot.of(co, POLICY).toBytes();
          String right = sum(co);
          boolean same = right.equals("5050");
          for (int i = 0; i < 20 && same; i++) {
            same = sum(Snapshot.read(bytes, POLICY).restore()).equals(right);
          }
          System.out.println("pairs over tables: " + (same ? right : "another sum"));
        }

        public static void main(String[] args) {
          refused("weak values", "setmetatable({}, {__mode = 'v'}) held.x = {} held.y = {}");
          refused("open file", "io.tmpfile()");
          refused("own coroutine", "threads.create(function() end)");
          refused("object", "luajava.newInstance('java.lang.Object')");
          pairs();
        }
      }
      """;

  private LuaPrograms() {}
}
