package dev.respool.it.harness;

import dev.respool.compiler.Compiler;
import dev.respool.compiler.suspendable.ClassBytes;
import dev.respool.compiler.suspendable.Patterns;
import dev.respool.corpus.verify.FrameComparison;
import dev.respool.corpus.verify.TypeTree;
import java.util.function.Predicate;

/** Defines what the compiler makes with every stack map frame replaced by a computed one. */
final class RecomputingLoader extends ChildFirstLoader {
  private final Compiler compiler;
  private final FrameComparison frames;

  RecomputingLoader(ClassBytes classes, Patterns suspendables, Predicate<String> owns) {
    super(classes, owns);
    this.compiler = new Compiler(classes, suspendables);
    this.frames = new FrameComparison(new TypeTree(classes));
  }

  @Override
  protected byte[] definition(byte[] classFile, String name) {
    return frames.recomputed(compiler.compile(classFile).bytes().orElse(classFile));
  }
}
