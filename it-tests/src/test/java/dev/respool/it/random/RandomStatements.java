package dev.respool.it.random;

import dev.respool.it.random.RandomExpressions.Method;
import dev.respool.it.random.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Writes a method of a generated program, from all the statements of the language. */
final class RandomStatements {
  /** What a statement may be. */
  enum Statement {
    DECLARATION,
    EVALUATION,
    IF,
    FOR,
    DO_WHILE,
    FOR_EACH,
    SWITCH,
    TRY_CATCH,
    TRY_FINALLY,
    TRY_WITH_RESOURCES,
    THROW,
    BREAK,
    CONTINUE,
    RETURN
  }

  private static final int DEEPEST = 3;

  private final Choices choices;
  private final Names names;
  private final RandomExpressions expressions;
  private final StringBuilder text;
  private JavaType result;
  private List<String> loops = new ArrayList<>();

  RandomStatements(
      Choices choices, Names names, RandomExpressions expressions, StringBuilder text) {
    this.choices = choices;
    this.names = names;
    this.expressions = expressions;
    this.text = text;
  }

  /** Writes it, as long as there are decisions. */
  void method(Method method) {
    Scope scope = new Scope();
    result = method.result();
    String parameters = String.join(", ", parameters(method, scope));
    line("public static " + result.text() + " " + method.name() + "(" + parameters + ") {");
    line("if (--fuel < 0) return " + result.literal(0) + ";");
    do {
      statement(scope, 0);
    } while (choices.areLeft());
    line("return " + expressions.of(result, scope) + ";");
    line("}");
  }

  private List<String> parameters(Method method, Scope scope) {
    List<String> declared = new ArrayList<>();
    for (JavaType type : method.parameters()) {
      Variable parameter = new Variable(names.variable(), type, choices.next(2) == 0);
      scope.declare(parameter);
      declared.add((parameter.isFinal() ? "final " : "") + type.text() + " " + parameter.name());
    }
    return declared;
  }

  private void block(Scope scope, int depth) {
    Scope inner = scope.nested();
    int length = 1 + choices.next(3);
    for (int i = 0; i < length; i++) {
      statement(inner, depth);
    }
  }

  private void statement(Scope scope, int depth) {
    if (depth == DEEPEST) {
      declaration(scope);
      return;
    }
    switch (choices.pick(Statement.class)) {
      case DECLARATION -> declaration(scope);
      case EVALUATION -> evaluation(scope);
      case IF -> ifElse(scope, depth + 1);
      case FOR -> counted(scope, depth + 1);
      case DO_WHILE -> doWhile(scope, depth + 1);
      case FOR_EACH -> forEach(scope, depth + 1);
      case SWITCH -> switched(scope, depth + 1);
      case TRY_CATCH -> tryCatch(scope, depth + 1);
      case TRY_FINALLY -> tryFinally(scope, depth + 1);
      case TRY_WITH_RESOURCES -> tryWithResources(scope, depth + 1);
      case THROW -> thrown(scope);
      case BREAK -> left(scope, "break");
      case CONTINUE -> left(scope, "continue");
      case RETURN -> conditional(scope, "return " + expressions.of(result, scope) + ";");
    }
  }

  private void declaration(Scope scope) {
    JavaType type = JavaType.any(choices);
    boolean isFinal = choices.next(2) == 0;
    String value = expressions.of(type, scope);
    Variable variable = new Variable(names.variable(), type, isFinal);
    line((isFinal ? "final " : "") + type.text() + " " + variable.name() + " = " + value + ";");
    scope.declare(variable);
  }

  private void evaluation(Scope scope) {
    JavaType type = JavaType.any(choices);
    line(type.probed(expressions.of(type, scope)) + ";");
  }

  private void ifElse(Scope scope, int depth) {
    line("if (" + expressions.of(JavaType.BOOLEAN, scope) + ") {");
    block(scope, depth);
    line("} else {");
    block(scope, depth);
    line("}");
  }

  private void counted(Scope scope, int depth) {
    String counter = names.variable();
    loop(
        scope,
        depth,
        "for (int %1$s = 0; Probe.i(%1$s) < 2 && --fuel > 0; %1$s++) {".formatted(counter),
        "}");
  }

  private void doWhile(Scope scope, int depth) {
    String condition = expressions.of(JavaType.BOOLEAN, scope);
    loop(scope, depth, "do {", "} while (--fuel > 0 && " + condition + ");");
  }

  private void forEach(Scope scope, int depth) {
    Scope inner = scope.nested();
    Variable each = new Variable(names.variable(), JavaType.LONG, true);
    String values = expressions.of(JavaType.LONG, scope) + ", " + names.number();
    inner.declare(each);
    loop(inner, depth, "for (final long " + each.name() + " : new long[] {" + values + "}) {", "}");
  }

  private void loop(Scope scope, int depth, String head, String end) {
    String label = names.label();
    loops.add(label);
    line(label + ": " + head);
    block(scope, depth);
    line(end);
    loops.remove(label);
  }

  private void left(Scope scope, String how) {
    if (loops.isEmpty()) {
      evaluation(scope);
    } else {
      conditional(scope, how + " " + loops.get(choices.next(loops.size())) + ";");
    }
  }

  private void conditional(Scope scope, String statement) {
    line("if (" + expressions.of(JavaType.BOOLEAN, scope) + ") " + statement);
  }

  private void thrown(Scope scope) {
    String message = expressions.of(JavaType.STRING, scope);
    conditional(scope, "throw new IllegalStateException(" + message + ");");
  }

  private void switched(Scope scope, int depth) {
    line("switch (" + expressions.of(JavaType.INT, scope) + " & 3) {");
    line("case 0: {");
    block(scope, depth);
    line("} case 1: {"); // and so falls through
    block(scope, depth);
    line("break; } default: {");
    block(scope, depth);
    line("} }");
  }

  private void tryCatch(Scope scope, int depth) {
    line("try {");
    block(scope, depth);
    line("} catch (IllegalStateException " + names.variable() + ") {");
    block(scope, depth);
    line("}");
  }

  private void tryFinally(Scope scope, int depth) {
    line("try {");
    block(scope, depth);
    line("} finally {");
    List<String> outside = loops;
    loops = new ArrayList<>(); // a jump out of it would swallow what was thrown
    block(scope, depth);
    loops = outside;
    line("}");
  }

  private void tryWithResources(Scope scope, int depth) {
    String box =
        "new Box(1, %s, %s)"
            .formatted(
                expressions.of(JavaType.OBJECT, scope), expressions.of(JavaType.LONG, scope));
    line("try (Box " + names.variable() + " = " + box + ") {");
    block(scope, depth);
    line("}");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
