package com.acme.legacy;

import java.util.List;
import java.util.function.Consumer;

public class Walker {
  public static <T> void walk(List<T> list, Consumer<T> visitor) {
    for (T element : list) {
      visitor.accept(element);
    }
  }
}
