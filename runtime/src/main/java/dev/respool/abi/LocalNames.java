package dev.respool.abi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a class tells what its locals are called in the source (JVMS 4.7.13): a local without a
 * name is one that its compiler has added then. It is known from the descriptions of its methods,
 * or else from its class file.
 */
final class LocalNames {
  private static final String TABLE = "LocalVariableTable";

  private static final ClassValue<Boolean> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isTold(type) || hasTable(type);
        }
      };

  private LocalNames() {}

  /** False as well if nobody knows. */
  static boolean areKnown(Description method) {
    return isTold(method) || OF_CLASS.get(method.owner());
  }

  private static boolean isTold(Description method) {
    return method.points().stream()
        .map(Description.Point::locals)
        .flatMap(List::stream)
        .anyMatch(local -> !local.isHidden());
  }

  private static boolean isTold(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> isTold(type, method));
    } catch (LinkageError e) { // a type in the signature of some method is missing
      return false;
    }
  }

  private static boolean isTold(Class<?> type, Method generated) {
    Transformed said = generated.getAnnotation(Transformed.class);
    return said != null
        && !said.description().isEmpty()
        && isTold(Description.parse(type, said.description()));
  }

  /** The name of the table is a constant of the class. */
  private static boolean hasTable(Class<?> type) {
    try (InputStream bytes = ClassResource.of(type)) {
      return bytes != null
          && new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(TABLE);
    } catch (IOException e) {
      return false;
    }
  }
}
