package dev.respool.it.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the expressions of a generated program, with suspensions on operand stacks of any depth.
 */
final class RandomExpressions {
  /** What an expression may be. */
  enum Expression {
    LITERAL,
    VARIABLE,
    PROBE,
    BINARY,
    TERNARY,
    CONVERSION,
    CALL,
    SWITCH,
    NEW,
    ARRAY,
    LAMBDA,
    ASSIGNMENT
  }

  /** A method that a program has. */
  record Method(String name, List<JavaType> parameters, JavaType result) {}

  private static final List<String> LOGICAL = List.of(" && ", " || ", " ^ ");
  private static final List<String> ARITHMETIC = List.of(" + ", " - ", " * ");
  private static final int DEEPEST = 3;

  private final Choices choices;
  private final Names names;
  private final List<Method> callable;

  RandomExpressions(Choices choices, Names names, List<Method> callable) {
    this.choices = choices;
    this.names = names;
    this.callable = callable;
  }

  /** An expression of this type. */
  String of(JavaType type, Scope scope) {
    return of(type, scope, 0);
  }

  private String of(JavaType type, Scope scope, int depth) {
    if (depth == DEEPEST) {
      return variable(type, scope);
    }
    return switch (choices.pick(Expression.class)) {
      case LITERAL -> type.literal(names.number());
      case VARIABLE -> variable(type, scope);
      case PROBE -> type.probed(of(type, scope, depth + 1));
      case BINARY -> binary(type, scope, depth + 1);
      case TERNARY -> ternary(type, scope, depth + 1);
      case CONVERSION -> converted(type, scope, depth + 1);
      case CALL -> call(type, scope, depth + 1);
      case SWITCH -> switched(type, scope, depth + 1);
      case NEW -> JavaType.LONG.as(type, created(scope, depth + 1));
      case ARRAY -> array(type, scope, depth + 1);
      case LAMBDA -> JavaType.LONG.as(type, lambda(scope, depth + 1));
      case ASSIGNMENT -> assignment(type, scope, depth + 1);
    };
  }

  private String variable(JavaType type, Scope scope) {
    List<Scope.Variable> found = scope.of(type);
    return found.isEmpty()
        ? type.probed(type.literal(names.number()))
        : found.get(choices.next(found.size())).name();
  }

  private String binary(JavaType type, Scope scope, int depth) {
    if (type == JavaType.OBJECT) {
      return of(JavaType.STRING, scope, depth);
    }
    String left = of(type, scope, depth);
    String right = of(type, scope, depth);
    if (type == JavaType.STRING) {
      return "(" + left + " + " + right + ")";
    }
    List<String> operators = type == JavaType.BOOLEAN ? LOGICAL : ARITHMETIC;
    return type.cast(left + operators.get(choices.next(operators.size())) + right);
  }

  private String ternary(JavaType type, Scope scope, int depth) {
    String condition = of(JavaType.BOOLEAN, scope, depth);
    String both = of(type, scope, depth) + " : " + of(type, scope, depth);
    return type.cast(condition + " ? " + both);
  }

  private String converted(JavaType type, Scope scope, int depth) {
    JavaType other = JavaType.any(choices);
    return other.as(type, of(other, scope, depth));
  }

  private String call(JavaType type, Scope scope, int depth) {
    if (callable.isEmpty()) {
      return type.probed(variable(type, scope));
    }
    Method method = callable.get(choices.next(callable.size()));
    List<String> arguments = new ArrayList<>();
    for (JavaType parameter : method.parameters()) {
      arguments.add(of(parameter, scope, depth));
    }
    String result = method.name() + "(" + String.join(", ", arguments) + ")";
    return method.result().as(type, result);
  }

  /** To javac {@code yield (…, …)} is a call, and what stands in one pair of parentheses may be. */
  private String switched(JavaType type, Scope scope, int depth) {
    return type.cast(
        "switch (%s & 3) { case 0 -> %s; case 1, 2 -> { %s yield ((%s)); } default -> %s; }"
            .formatted(
                of(JavaType.INT, scope, depth),
                of(type, scope, depth),
                "Probe.hit(\"arm\");",
                of(type, scope, depth),
                of(type, scope, depth)));
  }

  private String created(Scope scope, int depth) {
    return "new Box(%s, %s, %s).sum()"
        .formatted(
            of(JavaType.INT, scope, depth),
            of(JavaType.OBJECT, scope, depth),
            of(JavaType.LONG, scope, depth));
  }

  private String array(JavaType type, Scope scope, int depth) {
    return "new %s[] {%s, %s}[%s & 1]"
        .formatted(
            type.text(),
            of(type, scope, depth),
            of(type, scope, depth),
            of(JavaType.INT, scope, depth));
  }

  private String lambda(Scope scope, int depth) {
    Scope inner = scope.captured();
    String parameter = names.variable();
    inner.declare(new Scope.Variable(parameter, JavaType.LONG, true));
    return "twice(%s -> %s, %s)"
        .formatted(parameter, of(JavaType.LONG, inner, depth), of(JavaType.LONG, scope, depth));
  }

  private String assignment(JavaType type, Scope scope, int depth) {
    List<Scope.Variable> found =
        scope.of(type).stream().filter(variable -> !variable.isFinal()).toList();
    if (found.isEmpty()) {
      return variable(type, scope);
    }
    String name = found.get(choices.next(found.size())).name();
    boolean compound = type.isNumeric() || type == JavaType.STRING;
    String operator = compound && choices.next(2) == 1 ? " += " : " = ";
    return "(" + name + operator + of(type, scope, depth) + ")";
  }
}
