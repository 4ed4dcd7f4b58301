package dev.respool.it.targets;

/** A recursive-descent parser with suspending character reads and a syntax error. */
public final class ExpressionParser {

  private final String text;
  private int at;

  private ExpressionParser(String text) {
    this.text = text;
  }

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (String text : new String[] {"2*(3+4)-5", "8/2/2", "1+"}) {
      try {
        out.append(new ExpressionParser(text).sum()).append(' ');
      } catch (IllegalArgumentException e) {
        out.append(e.getMessage());
      }
    }
    return out.toString();
  }

  private char peek() {
    return at < text.length() ? Probe.letter(text.charAt(at)) : '$';
  }

  private int sum() {
    int value = product();
    for (char sign = peek(); sign == '+' || sign == '-'; sign = peek()) {
      at++;
      value += sign == '+' ? product() : -product();
    }
    return value;
  }

  private int product() {
    int value = atom();
    while (true) {
      switch (peek()) {
        case '*' -> {
          at++;
          value *= atom();
        }
        case '/' -> {
          at++;
          value /= atom();
        }
        default -> {
          return value;
        }
      }
    }
  }

  private int atom() {
    char c = peek();
    at++;
    if (c == '(') {
      int value = sum();
      at++;
      return value;
    }
    if (!Character.isDigit(c)) {
      throw new IllegalArgumentException("not a digit: " + c + " at " + Probe.i(at));
    }
    return c - '0';
  }
}
