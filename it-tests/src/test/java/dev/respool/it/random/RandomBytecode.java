package dev.respool.it.random;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes a {@code run()} that javac would not: slots change their types, calls stand on deep
 * operand stacks, loops are entered in the middle, objects are created without DUP.
 */
final class RandomBytecode {
  /** What a program may consist of. */
  enum Construct {
    ASSIGN,
    NOTE,
    DEEP_STACK,
    BRANCH,
    LOOP,
    MIDDLE_LOOP,
    NEW_DROPPED,
    NEW_DUP_X1,
    HANDLER,
    SWITCH
  }

  private static final int SLOTS = 6;
  private static final int DEEPEST = 4;
  private static final int WIDE = 300;
  private static final String BUILDER = "java/lang/StringBuilder";

  private final Choices choices;
  private final MethodVisitor code;
  private final Deque<Kind> stack = new ArrayDeque<>();
  private final int firstSlot;
  private Kind[] slots = new Kind[SLOTS];
  private boolean[] locked = new boolean[SLOTS];
  private int nextCounter;
  private int value;

  private RandomBytecode(Choices choices, MethodVisitor code) {
    this.choices = choices;
    this.code = code;
    this.firstSlot = choices.next(4) == 3 ? WIDE : 0;
    this.nextCounter = firstSlot + 2 * SLOTS;
  }

  /** The class file of a program. */
  static byte[] classFile(String internalName, Choices choices) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(V17, ACC_PUBLIC, internalName, null, "java/lang/Object", null);
    MethodNode code =
        new MethodNode(ACC_PUBLIC | ACC_STATIC, "run", "()Ljava/lang/Object;", null, null);
    code.visitCode();
    new RandomBytecode(choices, code).program();
    code.visitMaxs(0, 0);
    code.visitEnd();
    code.accept(writer); // which wants to know all handlers first
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void program() {
    do {
      statement(0);
    } while (choices.areLeft());
    noteAll();
    code.visitLdcInsn("end");
    code.visitInsn(ARETURN);
  }

  private void block(int depth) {
    int length = 1 + choices.next(3);
    for (int i = 0; i < length; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    if (depth >= DEEPEST) {
      assign();
      return;
    }
    switch (choices.pick(Construct.class)) {
      case ASSIGN -> assign();
      case NOTE -> noteAll();
      case DEEP_STACK -> deepStack(depth);
      case BRANCH -> branch(depth);
      case LOOP -> loop(depth, false);
      case MIDDLE_LOOP -> loop(depth, true);
      case NEW_DROPPED -> newDropped();
      case NEW_DUP_X1 -> newDupX1();
      case HANDLER -> handler(depth);
      case SWITCH -> switched(depth);
    }
  }

  private Kind anyKind() {
    return Kind.values()[choices.next(Kind.values().length)];
  }

  private void assign() {
    int slot = choices.next(SLOTS);
    Kind kind = locked[slot] ? slots[slot] : anyKind();
    kind.push(code, ++value);
    if (kind != Kind.NULL) {
      kind.probe(code); // which gives back an Object
    }
    kind.store(code, at(slot));
    slots[slot] = kind;
  }

  private void noteAll() {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (slots[slot] != null) {
        slots[slot].load(code, at(slot));
        slots[slot].probe(code);
        slots[slot].pop(code);
      }
    }
  }

  private int at(int slot) {
    return firstSlot + 2 * slot;
  }

  private void deepStack(int depth) {
    int height = 1 + choices.next(5);
    for (int i = 0; i < height; i++) {
      Kind kind = anyKind();
      kind.push(code, ++value);
      stack.push(kind);
    }
    block(depth + 1);
    for (int i = 0; i < height; i++) {
      Kind kind = stack.pop();
      kind.probe(code);
      kind.pop(code);
    }
  }

  private void branch(int depth) {
    Label other = new Label();
    Label end = new Label();
    Kind.BOOLEAN.push(code, ++value);
    Kind.BOOLEAN.probe(code);
    code.visitJumpInsn(IFEQ, other);
    Kind[] before = slots.clone();
    block(depth + 1);
    code.visitJumpInsn(GOTO, end);
    Kind[] after = slots;
    slots = before;
    code.visitLabel(other);
    block(depth + 1);
    code.visitLabel(end);
    meet(after);
  }

  private void meet(Kind[] others) {
    for (int slot = 0; slot < SLOTS; slot++) {
      slots[slot] = Kind.merged(slots[slot], others[slot]);
    }
  }

  /** Slots that keep their kind below; what is in the others is forgotten on the way. */
  private boolean[] lock() {
    boolean[] before = locked.clone();
    for (int slot = 0; slot < SLOTS; slot++) {
      locked[slot] |= slots[slot] != null && choices.next(2) == 0;
    }
    forget();
    return before;
  }

  private void forget() {
    for (int slot = 0; slot < SLOTS; slot++) {
      slots[slot] = locked[slot] ? slots[slot] : null;
    }
  }

  private void loop(int depth, boolean inTheMiddle) {
    int counter = nextCounter++;
    Kind.INT.push(code, 0);
    Kind.INT.store(code, counter);
    boolean[] before = lock();
    Label head = new Label();
    Label middle = new Label();
    if (inTheMiddle) {
      code.visitJumpInsn(GOTO, middle);
    }
    code.visitLabel(head);
    block(depth + 1);
    forget();
    code.visitLabel(middle);
    block(depth + 1);
    forget();
    code.visitIincInsn(counter, 1);
    Kind.INT.load(code, counter);
    Kind.INT.probe(code);
    Kind.INT.push(code, 2);
    code.visitJumpInsn(IF_ICMPLT, head);
    locked = before;
  }

  private void newDropped() {
    code.visitTypeInsn(NEW, BUILDER);
    Kind.INT.push(code, ++value);
    Kind.INT.probe(code);
    code.visitMethodInsn(INVOKESPECIAL, BUILDER, "<init>", "(I)V", false);
  }

  private void newDupX1() {
    Kind.STRING.push(code, ++value);
    Kind.STRING.probe(code);
    code.visitTypeInsn(NEW, BUILDER);
    code.visitInsn(DUP_X1);
    code.visitInsn(SWAP);
    code.visitMethodInsn(INVOKESPECIAL, BUILDER, "<init>", "(Ljava/lang/String;)V", false);
    code.visitMethodInsn(
        INVOKEVIRTUAL, "java/lang/Object", "toString", "()Ljava/lang/String;", false);
    Kind.STRING.probe(code);
    code.visitInsn(POP);
  }

  /** The handler puts back what it has lost of the operand stack. */
  private void handler(int depth) {
    boolean[] before = lock();
    Kind[] atHandler = slots.clone();
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label after = new Label();
    code.visitLabel(start);
    code.visitInsn(NOP);
    block(depth + 1);
    fail();
    code.visitLabel(end);
    // Behind those of the tries inside, which come first.
    code.visitTryCatchBlock(start, end, handler, "java/lang/IllegalStateException");
    forget();
    code.visitJumpInsn(GOTO, after);
    code.visitLabel(handler);
    slots = atHandler;
    Kind.probeCaught(code);
    stack.descendingIterator().forEachRemaining(kind -> kind.push(code, value));
    block(depth + 1);
    forget();
    code.visitLabel(after);
    locked = before;
  }

  private void fail() {
    if (choices.next(3) != 0) {
      code.visitLdcInsn("boom " + ++value);
      code.visitMethodInsn(
          INVOKESTATIC, "dev/respool/it/targets/Probe", "fail", "(Ljava/lang/String;)I", false);
      code.visitInsn(POP);
    }
  }

  private void switched(int depth) {
    Label[] arms = {new Label(), new Label()};
    Label otherwise = new Label();
    Label end = new Label();
    Kind.INT.push(code, choices.next(3));
    Kind.INT.probe(code);
    code.visitTableSwitchInsn(0, 1, otherwise, arms);
    Kind[] before = slots.clone();
    Kind[] met = null;
    for (Label arm : Arrays.asList(arms[0], arms[1], otherwise)) {
      slots = before.clone();
      code.visitLabel(arm);
      block(depth + 1);
      code.visitJumpInsn(GOTO, end);
      if (met != null) {
        meet(met);
      }
      met = slots;
    }
    slots = met;
    code.visitLabel(end);
  }
}
