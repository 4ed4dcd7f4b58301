package dev.respool.it.scenarios.lua;

import dev.respool.Coroutine;
import dev.respool.Saveable;
import dev.respool.Suspendable;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.OneArgFunction;
import org.luaj.vm2.lib.VarArgFunction;

/** Lua's {@code coroutine.wrap} and {@code coroutine.yield} by Respool. */
final class LuaCoroutines {
  private LuaCoroutines() {}

  /** What a script finds as {@code coroutine}. */
  static LuaTable library() {
    LuaTable functions = new LuaTable();
    functions.set("wrap", new Wrap());
    functions.set("yield", new Yield());
    return functions;
  }

  private static final class Wrap extends OneArgFunction {
    @Override
    public LuaValue call(LuaValue body) {
      return new Resume(body);
    }
  }

  /** The mark makes the body serializable, which is in a snapshot until it has begun. */
  @Saveable
  private static final class Resume extends VarArgFunction {
    private final Coroutine<Varargs, Varargs> coroutine;

    Resume(LuaValue body) {
      this.coroutine = Coroutine.create(first -> body.invoke(first));
    }

    @Override
    public Varargs invoke(Varargs values) {
      return coroutine.resume(values);
    }
  }

  /** Takes null for no value. */
  private static final class Yield extends VarArgFunction {
    @Override
    @Suspendable
    public Varargs invoke(Varargs values) {
      Varargs sent = Coroutine.yield(values);
      return sent == null ? LuaValue.NONE : sent;
    }
  }
}
