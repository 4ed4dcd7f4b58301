package com.acme.b;

import com.acme.a.Emitter;
import com.acme.legacy.Walker;
import dev.respool.Generator;
import dev.respool.Suspendable;
import dev.respool.Yielder;
import java.util.List;

public class Words {
  public static Generator<String> twiceEach(List<String> words) {
    return Generator.of(g -> Walker.walk(words, word -> emit(word, g)));
  }

  @Suspendable
  private static void emit(String word, Yielder<String> g) {
    Emitter.twice(word, g);
  }
}
