package dev.respool.abi;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A transformed method as frames are saved of it and restored into it. It is found by its name,
 * without running code of its class: its frame factory carries all that has to be known.
 */
public final class SuspendableCode {
  private static final String OUR_MODULE = "dev.respool.runtime";

  static final String MONITORS =
      "it has released monitors: leave synchronized code before you save";

  /** Only methods that are there: a stranger may ask for any number of others. */
  private static final ClassValue<Map<Key, SuspendableCode>> FOUND =
      new ClassValue<>() {
        @Override
        protected Map<Key, SuspendableCode> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private record Key(String name, String descriptor) {}

  private final FrameFactory factory;
  private final Description description;
  private final String version;
  private final List<PointLayout> layouts;
  private final List<List<Cell>> cells; // by point, in the order of its layout
  private final long outline;
  private final String[] refusals; // by point; null for none
  private final Set<String> lambdas;

  private SuspendableCode(Method factory, Transformed said) {
    this.factory = new FrameFactory(factory);
    this.description = Description.parse(owner(), said.description());
    this.version = hex(said.code());
    this.layouts = description.points().stream().map(PointLayout::of).toList();
    this.cells = description.points().stream().map(this::cells).toList();
    this.outline = PointLayout.outline(layouts);
    this.lambdas = Set.of(said.lambdas());
    this.refusals = new String[layouts.size()];
    Arrays.fill(refusals, refusal());
    for (int point : said.monitors()) {
      refusals[point] = refusals[point] == null ? MONITORS : refusals[point];
    }
  }

  private static String hex(String base64) {
    try {
      return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private List<Cell> cells(Description.Point point) {
    return PointLayout.values(point).stream()
        .map(value -> Cell.of(factory.shape(), value.cell(), value.descriptor()))
        .toList();
  }

  /** Why no frame of the method can be saved. */
  private String refusal() {
    if (name().equals("<init>")) {
      return "it is constructing an object, which would be constructed twice";
    }
    if (description.leavesValuesOut()) {
      return "its method is too large to be described: make it smaller";
    }
    return owner().isHidden() ? "its class is hidden and has no name to be found by" : null;
  }

  /**
   * Finds a method.
   *
   * @param owner its class, which is not initialised by this
   * @param name of the method
   * @param descriptor its descriptor as in the source
   * @return empty if there is no such method, or if it cannot be suspended
   * @throws LinkageError if a type in the signature of some method of the class is missing
   */
  public static Optional<SuspendableCode> find(Class<?> owner, String name, String descriptor) {
    Key key = new Key(name, descriptor);
    return Optional.ofNullable(FOUND.get(owner).computeIfAbsent(key, k -> read(owner, k)));
  }

  /**
   * Whether a class has a method, suspendable or not.
   *
   * @param owner the class, which is not initialised by this
   * @param name of the method
   * @param descriptor its descriptor as in the source
   * @return false also for a method of a superclass
   * @throws LinkageError as for {@link #find}
   */
  public static boolean isDeclared(Class<?> owner, String name, String descriptor) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .map(method -> MethodType.methodType(method.getReturnType(), method.getParameterTypes()))
        .anyMatch(type -> type.descriptorString().equals(descriptor));
  }

  /**
   * Finds the methods of a name that can be suspended.
   *
   * @param owner their class, which is not initialised by this
   * @param name of the methods
   * @return name and descriptor of each, sorted
   * @throws LinkageError as for {@link #find}
   */
  public static List<String> overloads(Class<?> owner, String name) {
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(SuspendableCode::isFactory)
        .map(method -> new SuspendableCode(method, method.getAnnotation(Transformed.class)))
        .filter(code -> code.name().equals(name))
        .map(code -> code.name() + code.descriptor())
        .distinct()
        .sorted()
        .toList();
  }

  /** Resume methods have the annotation too, without a description. */
  private static boolean isFactory(Method method) {
    Transformed said = method.getAnnotation(Transformed.class);
    return said != null && !said.description().isEmpty();
  }

  /**
   * Why the agent of this process did not transform a method.
   *
   * @param owner its class, dotted
   * @param name of the method
   * @return reason and remedy; empty if there is no agent, or if it had no reason
   */
  public static Optional<String> refusalOfAgent(String owner, String name) {
    return Optional.ofNullable(Obstacle.recorded(owner, name));
  }

  /** Null if there is none. */
  private static SuspendableCode read(Class<?> owner, Key key) {
    try {
      String factory = GeneratedMethods.frameFactory(key.name, key.descriptor);
      Method method = owner.getDeclaredMethod(factory);
      Transformed said = method.getAnnotation(Transformed.class);
      SuspendableCode code = said == null ? null : new SuspendableCode(method, said);
      return code != null && code.isOf(key) ? code : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** The name of the factory alone does not say it. */
  private boolean isOf(Key key) {
    return name().equals(key.name) && descriptor().equals(key.descriptor);
  }

  /**
   * The class.
   *
   * @return the declaring one
   */
  public Class<?> owner() {
    return factory.owner();
  }

  /**
   * The name.
   *
   * @return as in the source
   */
  public String name() {
    return description.method();
  }

  /**
   * The descriptor.
   *
   * @return as in the source
   */
  public String descriptor() {
    return description.descriptor();
  }

  /**
   * Which class file it was made of.
   *
   * @return its SHA-256 in hexadecimal digits; empty if it does not tell
   */
  public String version() {
    return version;
  }

  /**
   * What its frames hold.
   *
   * @return by the number of the suspension point
   */
  public List<PointLayout> layouts() {
    return layouts;
  }

  /**
   * A hash of all layouts in their order. Code of another version may continue a frame only if it
   * has the same one: a call that was added or moved may be what the frame waits for, under the
   * same layout.
   *
   * @return the same in each process and under each release of the compiler
   */
  public long outline() {
    return outline;
  }

  /**
   * Where a point stands.
   *
   * @param point its number
   * @return class, method, file and line
   */
  public StackTraceElement element(int point) {
    return description.element(point);
  }

  /**
   * Whether the compiler gave the method to a method reference: people did not write it.
   *
   * @return false for what they wrote
   */
  public boolean isAdapter() {
    return description.isAdapter();
  }

  /**
   * Whether it is the body of lambdas that are called by another name.
   *
   * @param called name and descriptor of a method of an interface
   * @return whether such a call returns what this method returns
   */
  public boolean isLambdaOf(String called) {
    return lambdas.contains(called);
  }

  /**
   * Why a frame cannot be saved or restored.
   *
   * @param point at which the activation stands
   * @return in words, with a remedy; null if it can
   */
  public String refusal(int point) {
    return refusals[point];
  }

  /** In the order of the slots of the point's layout. */
  List<Cell> cells(int point) {
    return cells.get(point);
  }

  /**
   * Whether a frame has room for a value.
   *
   * @param point at which the activation is to stand
   * @param slot of the point's layout
   * @param value that is to be there
   * @return false for another value where the code knows that there is null
   */
  public boolean holds(int point, int slot, Object value) {
    return value == null || !cells(point).get(slot).isNone();
  }

  /**
   * Makes a frame that nobody has captured. This initialises the class.
   *
   * @param point at which the activation is to stand
   * @param values by the slots of the point's layout, of the types that it says
   * @return a frame that continues behind the call of the point
   * @throws IllegalStateException if the class's package is not open to this module: says which
   *     line its {@code module-info} needs
   */
  public Frame frame(int point, List<?> values) {
    Frame frame = factory.newFrame();
    frame.point = point;
    List<Cell> cells = cells(point);
    for (int i = 0; i < cells.size(); i++) {
      Object value = values.get(i);
      boolean rest = value instanceof SavedFrame.Rest;
      cells.get(i).write(frame, rest ? ((SavedFrame.Rest) value).elements().iterator() : value);
    }
    return frame;
  }

  /**
   * What a module has to say so that the runtime can look into a class.
   *
   * @param type a class of a package that is not open
   * @return a line of its {@code module-info.java}
   */
  public static String opensLine(Class<?> type) {
    return "opens " + type.getPackageName() + " to " + OUR_MODULE + ";";
  }
}
