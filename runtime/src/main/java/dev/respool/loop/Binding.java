package dev.respool.loop;

/**
 * The value of a {@link CoroutineLocal}, in a list of such values that never changes, so that tasks
 * share it.
 *
 * @param local the variable
 * @param value its value
 * @param next the bindings of other variables, or null
 * @param <T> the values
 */
record Binding<T>(CoroutineLocal<T> local, T value, Binding<?> next) {
  /** The binding of a variable; null if there is none. */
  @SuppressWarnings("unchecked")
  static <T> Binding<T> find(Binding<?> list, CoroutineLocal<T> local) {
    for (Binding<?> next = list; next != null; next = next.next) {
      if (next.local == local) {
        return (Binding<T>) next;
      }
    }
    return null;
  }

  /** The same bindings but that of one variable. */
  static Binding<?> without(Binding<?> list, CoroutineLocal<?> local) {
    if (find(list, local) == null) {
      return list;
    }
    Binding<?> kept = null;
    for (Binding<?> next = list; next != null; next = next.next) {
      if (next.local != local) {
        kept = next.before(kept);
      }
    }
    return kept;
  }

  private Binding<T> before(Binding<?> others) {
    return new Binding<>(local, value, others);
  }
}
