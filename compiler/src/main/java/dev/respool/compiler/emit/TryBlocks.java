package dev.respool.compiler.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The try blocks (JVMS 4.7.3) of the two bodies, in the order of the original's. */
final class TryBlocks {
  private TryBlocks() {}

  static List<TryCatchBlockNode> all(MethodNode method, BodyCopy copy) {
    List<TryCatchBlockNode> blocks = new ArrayList<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      blocks.add(copied(block, copy));
    }
    return blocks;
  }

  /** Those of which something is left; an empty range is not legal. */
  static List<TryCatchBlockNode> kept(MethodNode method, BodyCopy copy, BitSet kept) {
    List<TryCatchBlockNode> blocks = new ArrayList<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (KeptRange.isLeft(method.instructions, block.start, block.end, kept)) {
        blocks.add(copied(block, copy));
      }
    }
    return blocks;
  }

  private static TryCatchBlockNode copied(TryCatchBlockNode block, BodyCopy copy) {
    TryCatchBlockNode copied =
        new TryCatchBlockNode(
            copy.label(block.start), copy.label(block.end), copy.label(block.handler), block.type);
    copied.visibleTypeAnnotations = block.visibleTypeAnnotations;
    copied.invisibleTypeAnnotations = block.invisibleTypeAnnotations;
    return copied;
  }
}
