package dev.respool.loop;

import dev.respool.Suspendable;
import dev.respool.abi.Carrier;
import dev.respool.abi.LeafMethod;
import dev.respool.abi.Suspension;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A variable of which each task has a value of its own. A task that starts has the values that its
 * parent has at that moment; what either of them sets later, the other does not see.
 *
 * <p>Only the code of a task may use it. Elsewhere its methods throw an {@link
 * IllegalStateException}.
 *
 * @param <T> the values; null is one
 */
public final class CoroutineLocal<T> {
  private static final LeafMethod WHERE =
      LeafMethod.of("where", "(Ljava/lang/Object;Ldev/respool/loop/TaskBody;)Ljava/lang/Object;");
  private static final LeafMethod WHERE_ACTION =
      LeafMethod.of("where", "(Ljava/lang/Object;Ldev/respool/loop/TaskAction;)V");

  private final Supplier<? extends T> initial;

  private CoroutineLocal(Supplier<? extends T> initial) {
    this.initial = initial;
  }

  /**
   * Makes a variable.
   *
   * @param initial its value in a task in which nobody has set another one
   * @param <T> the values
   * @return the variable
   */
  public static <T> CoroutineLocal<T> of(T initial) {
    return new CoroutineLocal<>(() -> initial);
  }

  /**
   * Makes a variable whose initial value is computed in each task that first asks for it.
   *
   * @param initial runs in the code that asks; it must not wait
   * @param <T> the values
   * @return the variable
   */
  public static <T> CoroutineLocal<T> withInitial(Supplier<? extends T> initial) {
    return new CoroutineLocal<>(
        Objects.requireNonNull(initial, "CoroutineLocal.withInitial: the supplier is null"));
  }

  /**
   * The value in the calling task.
   *
   * @return what was set last, here or by the parent before this task started; otherwise the
   *     initial value
   */
  public T get() {
    TaskState task = Leaf.caller("CoroutineLocal.get");
    Binding<T> found = Binding.find(task.bindings(), this);
    if (found != null) {
      return found.value();
    }
    T value = initial.get();
    bind(task, value);
    return value;
  }

  /**
   * Sets the value in the calling task. In the body of {@link #where} it holds until that ends.
   *
   * @param value the new value
   */
  public void set(T value) {
    bind(Leaf.caller("CoroutineLocal.set"), value);
  }

  private void bind(TaskState task, T value) {
    task.setBindings(new Binding<>(this, value, Binding.without(task.bindings(), this)));
  }

  /**
   * Runs a body in which this variable has another value. What the body sets, of this or another
   * variable, is undone when it ends.
   *
   * @param value for the body and the tasks that it starts
   * @param body what to run; it may use what the calling task has locked
   * @param <R> its result
   * @return the body's result
   * @throws dev.respool.CoroutineException if the body throws a checked exception; an unchecked
   *     exception is thrown as it is
   */
  @Suspendable
  public <R> R where(T value, TaskBody<R> body) {
    Carrier carrier = Suspension.enter();
    return Suspension.suspend(carrier, WHERE, binding(value, body));
  }

  /**
   * Runs a body without result in which this variable has another value.
   *
   * @param value for the body and the tasks that it starts
   * @param body what to run
   * @see #where(Object, TaskBody)
   */
  @Suspendable
  public void where(T value, TaskAction body) {
    Carrier carrier = Suspension.enter();
    Suspension.suspend(carrier, WHERE_ACTION, binding(value, body));
  }

  private Wait binding(T value, Object body) {
    Objects.requireNonNull(body, "CoroutineLocal.where: the body is null");
    TaskState self = Leaf.self("CoroutineLocal.where");
    return new BindingWait(
        new Binding<>(this, value, Binding.without(self.bindings(), this)), body);
  }
}
