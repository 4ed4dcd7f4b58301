package dev.respool.compiler.emit;

import java.util.BitSet;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;

/**
 * Tells whether something of a range of the original code is left in a body that does not hold all
 * of it.
 */
final class KeptRange {
  private KeptRange() {}

  /**
   * Whether an instruction between the labels is kept; labels, lines and frames take no space and
   * do not count.
   */
  static boolean isLeft(InsnList code, LabelNode start, LabelNode end, BitSet kept) {
    int last = code.indexOf(end);
    int index = kept.nextSetBit(code.indexOf(start));
    while (index >= 0 && index < last) {
      if (code.get(index).getOpcode() >= 0) {
        return true;
      }
      index = kept.nextSetBit(index + 1);
    }
    return false;
  }
}
