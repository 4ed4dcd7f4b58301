package dev.respool.compiler;

import dev.respool.compiler.suspendable.ClassFacts;
import dev.respool.compiler.suspendable.ClassFactsCollector;
import dev.respool.compiler.suspendable.ClassHierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The bytes of a class and the ways to read and write them. */
final class ClassFile {
  private static final int MAJOR_VERSION = 6; // behind magic number and minor version

  private final byte[] bytes;
  private final ClassReader reader;
  private final String name;

  /**
   * Reads the constant pool and the class's name.
   *
   * @throws UnreadableClassException if the bytes are not a class file of a known version
   */
  ClassFile(byte[] bytes) {
    this.bytes = bytes;
    try {
      this.reader = new ClassReader(bytes);
      this.name = Objects.requireNonNull(reader.getClassName(), "it has no name");
    } catch (RuntimeException e) {
      throw new UnreadableClassException("a class", e);
    }
  }

  String name() {
    return name;
  }

  String dottedName() {
    return name.replace('/', '.');
  }

  /** Visits the code, but makes no tree of it. */
  ClassFacts facts() {
    ClassFactsCollector collector = new ClassFactsCollector();
    reader.accept(collector, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return collector.facts();
  }

  static ClassFacts facts(ClassNode node) {
    ClassFactsCollector collector = new ClassFactsCollector();
    node.accept(collector);
    return collector.facts();
  }

  /**
   * Whether the JVM verifies it without stack map frames if it must: up to version 50 (JVMS 4.10).
   * What frames there are may then be wrong.
   */
  boolean isOld() {
    return version() <= Opcodes.V1_6;
  }

  /** Whether it comes from a time before stack map frames, or has none although it might. */
  boolean lacksFrames() {
    return version() < Opcodes.V1_6 || version() == Opcodes.V1_6 && MissingFrames.in(reader);
  }

  private int version() {
    return reader.readUnsignedShort(MAJOR_VERSION);
  }

  /**
   * The same with stack map frames that are computed from its instructions.
   *
   * @throws OldClassFile.MissingTypeException if they cannot be computed
   */
  ClassFile withFrames(ClassHierarchy classes) {
    return new ClassFile(OldClassFile.withFrames(reader, classes));
  }

  byte[] bytes() {
    return bytes;
  }

  MethodSizes sizes() {
    return MethodSizes.of(bytes);
  }

  ClassNode tree() {
    ClassNode node = new ClassNode();
    reader.accept(node, InstrumentedMarker.prototypes(), ClassReader.EXPAND_FRAMES);
    return node;
  }

  /** Constants keep their places, so that untransformed code keeps its size. */
  byte[] write(ClassNode node) {
    byte[] written = write(node, new ClassWriter(reader, 0));
    return hasMoreInnerClasses(written, node) ? write(node, new ClassWriter(0)) : written;
  }

  private static byte[] write(ClassNode node, ClassWriter writer) {
    node.accept(writer);
    return writer.toByteArray();
  }

  /**
   * Where jumps are long, ASM writes a class twice, and the second time it may not recognise an
   * inner class whose name is in the constant pool of the original twice.
   */
  private static boolean hasMoreInnerClasses(byte[] written, ClassNode node) {
    if (written.length <= Short.MAX_VALUE || node.innerClasses.isEmpty()) {
      return false;
    }
    List<String> names = new ArrayList<>();
    ClassVisitor counter =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visitInnerClass(String name, String outer, String simpleName, int access) {
            names.add(name);
          }
        };
    new ClassReader(written).accept(counter, ClassReader.SKIP_CODE);
    return names.size() > node.innerClasses.size();
  }

  /** The methods that do not fit into a class file, each alone and with the nearest constants. */
  static List<MethodNode> unwritable(ClassNode node) {
    return node.methods.stream().filter(method -> !isWritable(node, method)).toList();
  }

  private static boolean isWritable(ClassNode node, MethodNode method) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(node.version, node.access, node.name, null, node.superName, null);
    method.accept(writer);
    try {
      writer.toByteArray();
      return true;
    } catch (IndexOutOfBoundsException
        | LimitExceededException e) { // MethodTooLargeException is one
      return false;
    }
  }
}
