package dev.respool.it.targets;

/** Resources that suspend in the body, in close, in catch and in finally. */
public final class TryWithResources {
  private TryWithResources() {}

  private static final class Resource implements AutoCloseable {
    private final String name;

    Resource(String name) {
      this.name = name;
    }

    static Resource open(String name) {
      Probe.hit("open " + name);
      return new Resource(name);
    }

    String use() {
      return Probe.ref("use " + name);
    }

    @Override
    public void close() {
      Probe.hit("close " + name);
      if (name.startsWith("bad")) {
        throw new IllegalArgumentException("close of " + name);
      }
    }
  }

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (String name : new String[] {"good", "bad", "worse"}) {
      try (Resource a = Resource.open(name);
          Resource b = new Resource(Probe.ref(name + "2"));
          Resource none = Probe.ref((Resource) null)) {
        out.append(a.use()).append(b.use()).append(none == null);
        if (name.equals("worse")) {
          Probe.fail("in body");
        }
      } catch (IllegalArgumentException | IllegalStateException e) {
        out.append(Probe.ref(e.getMessage())).append(e.getSuppressed().length);
      } finally {
        out.append(Probe.i(1));
      }
    }
    return out.toString();
  }
}
