package dev.respool.it.targets;

import java.util.List;

/** Tests and casts of what a suspending call returned, with patterns. */
public final class InstanceOf {
  private InstanceOf() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (Object any : new Object[] {"text", 7, 8L, List.of(1), new int[] {9}}) {
      if (Probe.ref(any) instanceof String text && Probe.b(text.length() == 4)) {
        out.append(text.charAt(Probe.i(0)));
      } else if (Probe.ref(any) instanceof Integer number) {
        out.append(number + Probe.i(1));
      } else if (!(any instanceof Long wide)) {
        out.append(any instanceof int[] array ? array[0] + Probe.i(0) : Probe.ref("list"));
      } else {
        Probe.hit("wide");
        out.append(wide);
      }
    }
    return out.append(((Number) Probe.ref((Object) 5)).intValue()).toString();
  }
}
