package dev.respool.benchmarks.suite;

import dev.respool.Coroutine;
import java.util.concurrent.TimeUnit;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * W4: what it costs an interpreter that knows nothing of coroutines that all of its methods can
 * suspend. W9: what Lua's coroutines take that are Respool's, beside LuaJ's own, each of which has
 * a thread. The peer named respool is to be run with the agent, which is told that LuaJ is
 * suspendable; the one named plain without; quote the ratio to it.
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LuaPrograms extends PeerBenchmark {
  /** Lua's text and what it returns. */
  public enum Script {
    /** Calls. */
    FIB(
        """
        local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
        return fib(18)
        """,
        2_584),
    /** Arithmetic. */
    LOOP(
        """
        local sum = 0
        for i = 1, 20000 do sum = (sum + i * 3 % 7) % 1009 end
        return sum
        """,
        469),
    /** LuaJ's library calls a function of Lua. */
    SORT(
        """
        local numbers, seed = {}, 1
        for i = 1, 500 do
          seed = seed * 16807 % 2147483647
          numbers[i] = seed % 1000
        end
        table.sort(numbers, function(a, b) return a > b end)
        local hash = 0
        for i = 1, #numbers do hash = (hash * 31 + numbers[i]) % 1000003 end
        return hash
        """,
        938_601),
    /** Text. */
    STRINGS(
        """
        local words = {}
        for i = 1, 500 do words[#words + 1] = 'word ' .. i .. '; ' end
        return #table.concat(words)
        """,
        4_892),
    /** Coroutines, one after the other: 20,000, each of which yields five times. */
    COROUTINES(
        """
        local function body(n)
          for i = 1, 5 do coroutine.yield(i) end
          return n
        end
        local sum = 0
        for n = 1, 20000 do
          local resume = coroutine.wrap(body)
          for i = 1, 6 do sum = sum + resume(n) end
        end
        return sum
        """,
        200_310_000);

    private final String text;
    private final int answer;

    Script(String text, int answer) {
      this.text = text;
      this.answer = answer;
    }

    /**
     * Whether it has coroutines of its own; the others never suspend.
     *
     * @return whether it suspends
     */
    public boolean suspends() {
      return this == COROUTINES;
    }
  }

  /** Who runs LuaJ. */
  @Param({"plain", "respool"})
  public String peer;

  /** What LuaJ runs. */
  @Param public Script program;

  private LuaValue chunk;
  private boolean isPlain;

  /** For JMH. */
  public LuaPrograms() {}

  /** Compiles the script to what LuaJ interprets. */
  @Setup
  public void compile() {
    isPlain = peer.equals("plain");
    Globals globals = JsePlatform.standardGlobals();
    if (!isPlain) {
      globals.set("coroutine", LuaCoroutines.library());
    }
    chunk = globals.load(program.text);
  }

  /**
   * Runs the script.
   *
   * @return its answer
   */
  @Benchmark
  public int run() {
    int answer = isPlain ? chunk.call().toint() : inCoroutine();
    if (answer != program.answer) {
      throw new IllegalStateException(program + ": " + answer + ", not " + program.answer);
    }
    return answer;
  }

  private int inCoroutine() {
    return Coroutine.<Object, Integer>create(first -> chunk.call().toint()).resume();
  }
}
