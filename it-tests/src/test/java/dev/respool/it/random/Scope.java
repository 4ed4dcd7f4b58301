package dev.respool.it.random;

import java.util.ArrayList;
import java.util.List;

/** The local variables that a place in a generated method sees; all of them have a value. */
final class Scope {
  /** A local variable. */
  record Variable(String name, JavaType type, boolean isFinal) {}

  private final List<Variable> visible = new ArrayList<>();

  Scope() {}

  private Scope(List<Variable> visible) {
    this.visible.addAll(visible);
  }

  void declare(Variable variable) {
    visible.add(variable);
  }

  /** Of a block in this one. */
  Scope nested() {
    return new Scope(visible);
  }

  /** What a lambda in this one may capture. */
  Scope captured() {
    return new Scope(visible.stream().filter(Variable::isFinal).toList());
  }

  List<Variable> of(JavaType type) {
    return visible.stream().filter(variable -> variable.type() == type).toList();
  }

  /** What may be assigned. */
  List<Variable> assignable() {
    return visible.stream().filter(variable -> !variable.isFinal()).toList();
  }
}
