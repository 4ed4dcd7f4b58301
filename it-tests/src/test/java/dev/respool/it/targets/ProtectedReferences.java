package dev.respool.it.targets;

import dev.respool.it.targets.elsewhere.Ancestor;
import java.util.function.BiFunction;
import java.util.function.Function;

/** References to protected methods of a superclass in another package (JVMS 4.10.1.8). */
public final class ProtectedReferences {
  private ProtectedReferences() {}

  private static class Child extends Ancestor {
    Child(String name) {
      super(name);
    }

    String all(Grandchild other, Ancestor ancestor) {
      Function<String, String> own = this::greet;
      Function<String, String> ofSubclass = other::greet;
      BiFunction<Child, String, String> unbound = Child::greet;
      Function<String, String> ofAnyone = ancestor::leave;
      return own.apply("I")
          + ofSubclass.apply("you")
          + unbound.apply(other, "they")
          + ofAnyone.apply("bye");
    }
  }

  private static final class Grandchild extends Child {
    Grandchild(String name) {
      super(name);
    }

    @Override
    protected String greet(String greeting) {
      return "grand " + super.greet(greeting);
    }
  }

  public static Object run() {
    return new Child("child").all(new Grandchild("grandchild"), new Child("other"));
  }
}
