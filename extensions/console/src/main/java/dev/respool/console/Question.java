package dev.respool.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a request. */
final class Question {
  private final Map<String, String> parameters = new HashMap<>();

  private Question() {}

  /** Those that stand in the address. What is malformed counts as not said. */
  static Question of(HttpExchange exchange) {
    Question question = new Question();
    String query = exchange.getRequestURI().getRawQuery();
    for (String part : query == null ? new String[0] : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        question.parameters.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
      }
    }
    return question;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Empty if it was not said. */
  String text(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** Zero if it was not said. */
  long number(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
