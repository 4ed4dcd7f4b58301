package dev.respool.corpus.verify;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SimpleVerifier;
import org.objectweb.asm.util.CheckClassAdapter;

/** What ASM has against a class file: its structure, its data flow, its stack map. */
public final class ClassCheck implements Check {
  private final TypeTree types;
  private final FrameComparison frames;

  /**
   * A check of classes that see each other.
   *
   * @param types how their types are related
   */
  public ClassCheck(TypeTree types) {
    this.types = types;
    this.frames = new FrameComparison(types);
  }

  @Override
  public List<Fault> faults(byte[] classFile) {
    ClassNode node = new ClassNode();
    try {
      new ClassReader(classFile).accept(new CheckClassAdapter(node, false), 0);
    } catch (RuntimeException e) {
      return List.of(Fault.of("structure", e));
    }
    List<Fault> problems = new ArrayList<>();
    node.methods.forEach(method -> dataFlow(node, method, problems));
    stackMap(classFile, problems);
    return problems;
  }

  private void stackMap(byte[] classFile, List<Fault> problems) {
    try {
      problems.addAll(frames.problems(classFile));
    } catch (RuntimeException e) {
      problems.add(Fault.of("stack map", e));
    }
  }

  private void dataFlow(ClassNode owner, MethodNode method, List<Fault> problems) {
    try {
      new Analyzer<>(new BytesVerifier(owner, types)).analyze(owner.name, method);
    } catch (AnalyzerException e) {
      problems.add(new Fault("data flow", method.name + method.desc, e.getMessage()));
    }
  }

  /** ASM's verifier over class files instead of loaded classes. */
  private static final class BytesVerifier extends SimpleVerifier {
    private final TypeTree types;

    BytesVerifier(ClassNode owner, TypeTree types) {
      super(
          Opcodes.ASM9,
          Type.getObjectType(owner.name),
          owner.superName == null ? null : Type.getObjectType(owner.superName),
          owner.interfaces.stream().map(Type::getObjectType).toList(),
          (owner.access & Opcodes.ACC_INTERFACE) != 0);
      this.types = types;
    }

    @Override
    protected boolean isInterface(Type type) {
      return type.getSort() == Type.OBJECT && types.isInterface(type.getInternalName());
    }

    @Override
    protected Type getSuperClass(Type type) {
      if (type.getSort() == Type.ARRAY) {
        return Type.getType(Object.class);
      }
      String superName = types.superName(type.getInternalName());
      return superName == null ? null : Type.getObjectType(superName);
    }

    @Override
    protected boolean isAssignableFrom(Type to, Type from) {
      return types.accepts(to, from);
    }
  }
}
