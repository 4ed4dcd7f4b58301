package dev.respool.it.random;

/** The type of an expression of a generated program, and how it passes a probe. */
enum JavaType {
  INT("int", "i"),
  LONG("long", "l"),
  DOUBLE("double", "d"),
  FLOAT("float", "f"),
  BYTE("byte", "octet"),
  SHORT("short", "small"),
  CHAR("char", "letter"),
  BOOLEAN("boolean", "b"),
  STRING("String", "ref"),
  OBJECT("Object", "ref");

  private final String text;
  private final String probe;

  JavaType(String text, String probe) {
    this.text = text;
    this.probe = probe;
  }

  static JavaType any(Choices choices) {
    return values()[choices.next(values().length)];
  }

  /** As the language writes it. */
  String text() {
    return text;
  }

  boolean isNumeric() {
    return ordinal() < BOOLEAN.ordinal();
  }

  String literal(int value) {
    return switch (this) {
      case INT -> Integer.toString(value);
      case LONG -> value * 0x1_0000_0001L + "L";
      case DOUBLE -> value + 0.125 + "";
      case FLOAT -> value + 0.25f + "f";
      case BYTE, SHORT, CHAR -> cast(Integer.toString(value & 127));
      case BOOLEAN -> Boolean.toString(value % 2 == 0);
      case STRING -> "\"s" + value + "\"";
      case OBJECT -> value % 3 == 0 ? "(Object) null" : "Integer.valueOf(" + value + ")";
    };
  }

  /** A call that may suspend and gives the value of the expression back. */
  String probed(String expression) {
    return "Probe." + probe + "(" + expression + ")";
  }

  String cast(String expression) {
    return "((" + text + ") (" + expression + "))";
  }

  /** The value of an expression of this type as one of another. */
  String as(JavaType other, String expression) {
    return switch (other) {
      case OBJECT, STRING -> other == this ? expression : "String.valueOf(" + expression + ")";
      case BOOLEAN -> this == BOOLEAN ? expression : "(" + as(INT, expression) + " > 3)";
      default -> isNumeric() ? other.cast(expression) : other.cast(number(expression));
    };
  }

  private String number(String expression) {
    return switch (this) {
      case BOOLEAN -> "(" + expression + " ? 1 : 0)";
      case STRING -> expression + ".length()";
      default -> "String.valueOf(" + expression + ").length()";
    };
  }
}
