package dev.respool.snapshot;

import dev.respool.abi.Continuation;
import dev.respool.abi.ContinuationHead;
import dev.respool.abi.ContinuationImage;
import dev.respool.abi.ContinuationImage.Status;
import dev.respool.abi.Frame;
import dev.respool.abi.SavedFrame;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes suspended continuations of the contents of a snapshot. Everything is checked before the
 * first frame is made: code and layouts, what has called what, then the classes of the objects,
 * then the type of each value.
 */
final class Restorer {
  private final Contents contents;
  private final SnapshotPolicy policy;
  private final boolean trusted;
  private final Landings landings;
  private final List<Continuation> continuations = new ArrayList<>();
  private List<Runnable> actions = List.of();

  /** Those that frames hold, one after the other. */
  private interface Objects {
    Object next() throws IOException, ClassNotFoundException;
  }

  private static final Objects NONE =
      () -> {
        throw new EOFException("there are fewer objects than values");
      };

  /** What is to be installed in one of them. */
  private record Loaded(Object body, Object element, List<List<Object>> values) {}

  Restorer(Contents contents, SnapshotPolicy policy, boolean trusted) {
    this.contents = contents;
    this.policy = policy;
    this.trusted = trusted;
    this.landings = new Landings(policy);
  }

  Continuation restore() {
    landings.find(contents);
    requireCalls();
    contents.continuations().forEach(saved -> continuations.add(saved.kind().fresh()));
    List<Loaded> loaded = load();
    List<Obstacle> wrong = new ArrayList<>();
    for (int i = 0; i < loaded.size(); i++) {
      check(contents.continuations().get(i), loaded.get(i), wrong);
    }
    if (!wrong.isEmpty()) {
      throw failed(wrong);
    }
    actions.forEach(Restorer::run);
    for (int i = 0; i < loaded.size(); i++) {
      install(continuations.get(i), contents.continuations().get(i), loaded.get(i));
    }
    return continuations.get(0);
  }

  private void requireCalls() {
    List<Obstacle> broken =
        contents.continuations().stream()
            .flatMap(saved -> new CallChain(saved, landings).breaks().stream())
            .map(CallChain.Break::obstacle)
            .distinct()
            .toList();
    if (!broken.isEmpty()) {
      throw failed(broken);
    }
  }

  private static SnapshotException failed(List<Obstacle> obstacles) {
    return new SnapshotException("cannot restore the snapshot", obstacles);
  }

  private static SnapshotException failed(Place place, String why, Throwable thrown) {
    return failed(List.of(Obstacle.at("", place.toString(), why, ""))).causedBy(List.of(thrown));
  }

  private List<Loaded> load() {
    AllowList allowed = trusted ? null : new AllowList(policy.allowed(), contents.objects().length);
    try {
      return ObjectBytes.isEmpty(contents.objects()) ? load(NONE) : load(allowed);
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
      throw notLoaded(e, allowed);
    } catch (StackOverflowError e) {
      throw failed(
          List.of(
              Obstacle.of(
                  "its objects are nested too deeply",
                  "restore it on a thread with a larger stack")));
    }
  }

  private List<Loaded> load(AllowList allowed) throws IOException, ClassNotFoundException {
    ObjectReader.Environment environment =
        new ObjectReader.Environment(landings.loader(), allowed, policy.surroundings());
    try (ObjectReader in = new ObjectReader(contents.objects(), continuations, environment)) {
      List<Loaded> loaded = load(in::readObject);
      actions = in.actions();
      return loaded;
    }
  }

  private List<Loaded> load(Objects objects) throws IOException, ClassNotFoundException {
    List<Loaded> loaded = new ArrayList<>(contents.continuations().size());
    for (Contents.Saved saved : contents.continuations()) {
      loaded.add(load(saved, objects));
    }
    return loaded;
  }

  private static String why(Throwable thrown) {
    // what $deserializeLambda$ throws, as the JDK passes it on
    boolean lambda =
        thrown instanceof InvalidObjectException
            && thrown.getCause() instanceof ReflectiveOperationException;
    return lambda
        ? "the class of a lambda has no lambda of that name and shape any more"
        : "its objects cannot be read: " + thrown;
  }

  private SnapshotException notLoaded(Throwable thrown, AllowList allowed) {
    String rejected = allowed == null ? "" : allowed.rejected();
    List<Obstacle> obstacles = new ArrayList<>();
    obstacles.add(rejected.isEmpty() ? notRead(thrown) : notAllowed(rejected));
    if (allowed != null && allowed.hasRejectedClass()) {
      DisallowedClasses.in(contents.objects(), allowed).stream()
          .filter(name -> !name.equals(rejected))
          .map(Restorer::notAllowed)
          .forEach(obstacles::add);
    }
    return failed(obstacles).causedBy(List.of(thrown));
  }

  private static Obstacle notAllowed(String rejected) {
    return Obstacle.of(
        "the policy does not allow " + rejected,
        "if you trust it, allow it by SnapshotPolicy.allowing(\"" + rejected + "\")");
  }

  private static Obstacle notRead(Throwable thrown) {
    return thrown instanceof Externals.MissingException missing
        ? Obstacle.of(
            "the policy has no external object '" + missing.name() + "'",
            "give it by SnapshotPolicy.withExternals")
        : Obstacle.of(why(thrown), Landing.TYPES);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      Obstacle obstacle = Obstacle.of("an action of onRestore failed: " + e, "");
      throw failed(List.of(obstacle)).causedBy(List.of(e));
    }
  }

  private static Loaded load(Contents.Saved saved, Objects objects)
      throws IOException, ClassNotFoundException {
    Object body = saved.hasBody() ? objects.next() : null;
    Object element = saved.hasElement() ? objects.next() : null;
    List<List<Object>> frames = new ArrayList<>(saved.activations().size());
    for (Contents.Activation activation : saved.activations()) {
      List<Object> values = new ArrayList<>(activation.values().size());
      for (Object value : activation.values()) {
        values.add(load(value, objects));
      }
      frames.add(values);
    }
    return new Loaded(body, element, frames);
  }

  private static Object load(Object value, Objects objects)
      throws IOException, ClassNotFoundException {
    if (!(value instanceof Contents.Stored stored)) {
      return value;
    }
    Object object = objects.next();
    return stored.rest() && object instanceof Object[] elements
        ? new SavedFrame.Rest(Arrays.asList(elements))
        : object;
  }

  private void check(Contents.Saved saved, Loaded loaded, List<Obstacle> wrong) {
    if (saved.status() == Status.NEW && loaded.body() == null) {
      wrong.add(Obstacle.of("a coroutine that has not begun has no body", Landing.TYPES));
    }
    for (int i = 0; i < saved.activations().size(); i++) {
      check(saved.activations().get(i).place(), loaded.values().get(i), wrong);
    }
  }

  private void check(Place place, List<Object> values, List<Obstacle> wrong) {
    Landing landing = landings.of(place);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      String why = landing.refusal(i, value);
      if (why != null) {
        String type = value == null ? "" : value.getClass().getTypeName();
        wrong.add(Landing.misfit(place, i, type, why));
      }
    }
  }

  private void install(Continuation continuation, Contents.Saved saved, Loaded loaded) {
    List<Frame> frames = new ArrayList<>(saved.activations().size());
    for (int i = 0; i < saved.activations().size(); i++) {
      Landing landing = landings.of(saved.activations().get(i).place());
      frames.add(frame(landing, loaded.values().get(i), saved.activations().get(i).place()));
    }
    try {
      ContinuationHead head = new ContinuationHead(loaded.body(), saved.ready());
      ContinuationImage.install(
          continuation, saved.status(), head, loaded.element(), saved.bits(), frames);
    } catch (ClassCastException e) {
      String why = "its body cannot be run: " + e.getMessage();
      throw failed(List.of(Obstacle.of(why, Landing.TYPES)));
    }
  }

  private static Frame frame(Landing landing, List<Object> values, Place place) {
    try {
      return landing.code().frame(landing.point(), values);
    } catch (IllegalStateException e) {
      throw failed(place, e.getMessage(), e);
    } catch (LinkageError e) {
      throw failed(place, "its class cannot be initialised: " + e, e);
    }
  }
}
