package dev.respool.compiler.suspendable;

/**
 * A method as a call names it.
 *
 * <p>Compares by hand: what a record has by itself is made of method handles, which cost an agent
 * 60 ms at the first comparison.
 *
 * @param owner internal name of the class
 * @param name method name
 * @param descriptor method descriptor (JVMS 4.3.3)
 */
public record MethodKey(String owner, String name, String descriptor) {
  /**
   * What identifies the method within its class.
   *
   * @return name and descriptor
   */
  public String signature() {
    return name + descriptor;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MethodKey key
        && name.equals(key.name)
        && owner.equals(key.owner)
        && descriptor.equals(key.descriptor);
  }

  @Override
  public int hashCode() {
    return (31 * owner.hashCode() + name.hashCode()) * 31 + descriptor.hashCode();
  }

  @Override
  public String toString() {
    return owner.replace('/', '.') + "." + name;
  }
}
