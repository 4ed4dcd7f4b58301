package dev.respool.corpus.verify;

import dev.respool.compiler.suspendable.ClassBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code ClassFile.verify} of {@code java.lang.classfile}, final since 24; called by reflection, as
 * this code runs on 17 too. It is HotSpot's verifier, written again in Java, over class files.
 */
final class JdkVerifier implements Check {
  private static final String PACKAGE = "java.lang.classfile.";

  private final Object classFile;
  private final Method verify;

  private JdkVerifier(Object classFile, Method verify) {
    this.classFile = classFile;
    this.verify = verify;
  }

  /** Empty on a JDK that has none. */
  static Optional<JdkVerifier> over(ClassBytes classes) {
    if (Runtime.version().feature() < 24) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(PACKAGE + "ClassFile");
      Object options = Array.newInstance(Class.forName(PACKAGE + "ClassFile$Option"), 1);
      Array.set(options, 0, option(classes));
      Object classFile = type.getMethod("of", options.getClass()).invoke(null, options);
      return Optional.of(new JdkVerifier(classFile, type.getMethod("verify", byte[].class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("java.lang.classfile is not as it was in 24", e);
    }
  }

  /** {@code ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(...))}. */
  private static Object option(ClassBytes classes) throws ReflectiveOperationException {
    Function<Object, InputStream> resource = described -> open(classes, described);
    Class<?> resolver = Class.forName(PACKAGE + "ClassHierarchyResolver");
    Object parsing = resolver.getMethod("ofResourceParsing", Function.class).invoke(null, resource);
    Object cached = resolver.getMethod("cached").invoke(parsing);
    return Class.forName(PACKAGE + "ClassFile$ClassHierarchyResolverOption")
        .getMethod("of", resolver)
        .invoke(null, cached);
  }

  /**
   * @param described a {@code ClassDesc}
   * @return null if there is no such class
   */
  private static InputStream open(ClassBytes classes, Object described) {
    String descriptor = ((java.lang.constant.ClassDesc) described).descriptorString();
    return classes
        .find(descriptor.substring(1, descriptor.length() - 1))
        .map(ByteArrayInputStream::new)
        .orElse(null);
  }

  @Override
  public List<Fault> faults(byte[] bytes) {
    try {
      List<?> errors = (List<?>) verify.invoke(classFile, (Object) bytes);
      return errors.stream().map(error -> Fault.of("ClassFile.verify", (Throwable) error)).toList();
    } catch (InvocationTargetException e) {
      return List.of(Fault.of("ClassFile.verify", e.getCause()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
