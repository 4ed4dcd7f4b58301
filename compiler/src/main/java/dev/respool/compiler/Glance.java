package dev.respool.compiler;

import dev.respool.compiler.suspendable.ClassFactsCollector;
import dev.respool.compiler.suspendable.ClassHierarchy;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.compiler.suspendable.Undeclared;
import org.objectweb.asm.Opcodes;

/**
 * What the constant pool and the method headers of a class show (JVMS 4.4, 4.6), without a look at
 * its code. Most classes have nothing to transform, and this is all that is read of them.
 *
 * <p>A method can be suspendable only by a mark on it or its class, by a pattern, by overriding, in
 * a local class, as a body that the source does not declare (lambda, accessor, constructor of an
 * anonymous class), or as the body that a method reference gets. Each leaves a trace here: the
 * annotation's name, the class's name, a supertype, the attribute of local classes, a synthetic
 * method or one that only a compiler names so, the name of the lambda factory. What is made
 * serializable shows a mark, a pattern or the lambda factory.
 */
final class Glance {
  private static final String SUSPENDABLE = ClassFactsCollector.SUSPENDABLE;
  private static final String SAVEABLE = ClassFactsCollector.SAVEABLE;
  private static final String INSTRUMENTED = InstrumentedMarker.NAME;
  private static final String LAMBDA_FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String ENCLOSING_METHOD = "EnclosingMethod";
  private static final String SYNTHETIC = "Synthetic";

  /** A bridge is suspendable only if the method is that it leads to, or one that it overrides. */
  private static final int SYNTHETIC_OR_BRIDGE = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

  private final ClassHead head;

  Glance(ClassHead head) {
    this.head = head;
  }

  /** Whether it may be a class that came out of this compiler. */
  boolean mayBeInstrumented() {
    return names(INSTRUMENTED);
  }

  /**
   * Whether the class stays as it is, whatever other classes say: it shows no trace, and inherits
   * from the JDK only.
   *
   * @param chosen the classes that are suspendable or to be made serializable without a mark
   */
  boolean showsNothing(Patterns chosen) {
    return !showsTrace(chosen) && inheritsFromJdkOnly(chosen);
  }

  /**
   * False only if the class stays as it is.
   *
   * @param chosen the classes that are suspendable or to be made serializable without a mark
   */
  boolean mayChange(ClassHierarchy classes, Patterns chosen) {
    return showsTrace(chosen) || classes.mayInherit(head.supertypes(), chosen);
  }

  private boolean showsTrace(Patterns chosen) {
    return names(SUSPENDABLE, SAVEABLE, LAMBDA_FACTORY, ENCLOSING_METHOD, SYNTHETIC)
        || chosen.matches(head.name())
        || Undeclared.isNameOfOwner(head.name())
        || hasUndeclaredMethod();
  }

  private boolean inheritsFromJdkOnly(Patterns chosen) {
    for (String supertype : head.supertypes()) {
      if (!chosen.leaveAlone(supertype)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the texts is a constant. */
  private boolean names(String... texts) {
    for (int i = 1; i < head.constants(); i++) {
      if (head.isText(i) && isOneOf(texts, head.constant(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneOf(String[] texts, int item) {
    int length = head.unsignedShort(item);
    for (String text : texts) {
      if (text.length() == length && isAt(item, text)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int item, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (head.signedByte(item + 2 + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasUndeclaredMethod() {
    int at = head.fields() + 2;
    for (int left = head.unsignedShort(head.fields()); left > 0; left--) {
      at = behindMember(at);
    }
    int methods = head.unsignedShort(at);
    at += 2;
    for (int left = methods; left > 0; left--) {
      if ((head.unsignedShort(at) & SYNTHETIC_OR_BRIDGE) == Opcodes.ACC_SYNTHETIC
          || isNameOfPart(head.constant(head.unsignedShort(at + 2)))) {
        return true;
      }
      at = behindMember(at);
    }
    return false;
  }

  private boolean isNameOfPart(int item) {
    int end = item + 2 + head.unsignedShort(item);
    for (int at = item + 2; at < end; at++) {
      if (head.signedByte(at) == '$') {
        return Undeclared.isNameOfPart(head.text(item));
      }
    }
    return false;
  }

  /** Behind access flags, name, descriptor and the attributes, each with its length before it. */
  private int behindMember(int member) {
    int at = member + 8;
    for (int left = head.unsignedShort(member + 6); left > 0; left--) {
      at += 6 + head.signedInt(at + 2);
    }
    return at;
  }
}
