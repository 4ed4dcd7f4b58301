package dev.respool.compiler.suspendable;

/**
 * A method as a call names it.
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
  public String toString() {
    return owner.replace('/', '.') + "." + name;
  }
}
