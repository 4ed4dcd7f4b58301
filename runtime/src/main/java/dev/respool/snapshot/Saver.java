package dev.respool.snapshot;

import dev.respool.abi.Continuation;
import dev.respool.abi.ContinuationImage;
import dev.respool.abi.ContinuationReader;
import dev.respool.abi.PointLayout;
import dev.respool.abi.SavedFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a suspended continuation and all that it refers to. Each continuation gets a number when it
 * is met first; its own frames are written when its turn comes. All are held from then on until
 * everything has been written, because the code of the program runs meanwhile, such as {@code
 * writeObject}.
 */
final class Saver implements ObjectWriter.Listener {
  private static final int FEW = 4;

  private final List<Continuation> found = new ArrayList<>(FEW);
  private final Map<Continuation, Integer> numbers = new IdentityHashMap<>(FEW);
  private final Set<Obstacle> obstacles = new LinkedHashSet<>();
  private final List<Throwable> thrown = new ArrayList<>(0); // by code of the user
  private final List<CodeVersion> code = new ArrayList<>(FEW); // by place
  private final Map<PointLayout, Place> places = new IdentityHashMap<>(FEW); // one for each point
  private final List<Place> met = new ArrayList<>(FEW); // the same in the order of the frames
  private final ContinuationReader reader = new ContinuationReader();
  private final SnapshotPolicy policy;
  private final ObjectBytes objects;
  private ClassLoader loader; // of the outermost frame of those found first
  private Writing writing;

  /** What is being written at the moment; a slot of a place, or a text if there is no place. */
  private record Writing(int number, Place place, int slot, String text, Object value) {
    Obstacle obstacle(String coroutine, Object object, Refusal refusal) {
      String local = place == null ? text : place.name(slot);
      String where = place == null ? "" : place.toString();
      Object root = value instanceof SavedFrame.Rest rest ? rest.elements() : value;
      String path = Paths.from(root, local).to(object);
      return new Obstacle(
          coroutine, where, local, path, name(object), refusal.why(), refusal.remedy());
    }

    private static String name(Object object) {
      return object == null ? "" : object.getClass().getTypeName();
    }
  }

  Saver(SnapshotPolicy policy) {
    this.policy = policy;
    this.objects = new ObjectBytes(policy.maxBytes(), this, policy.surroundings().externals());
  }

  /** Everything, if there is no obstacle. */
  Contents save(Continuation continuation) {
    try (reader) {
      if (!reader.hold(continuation)) {
        throw new IllegalStateException("cannot save non-suspended coroutine");
      }
      reference(continuation);
      return saveAll();
    }
  }

  private Contents saveAll() {
    List<Contents.Saved> saved = new ArrayList<>(FEW);
    for (int i = 0; i < found.size(); i++) {
      saved.add(save(i));
    }
    if (!obstacles.isEmpty()) {
      throw new SnapshotException("cannot save the " + kind(0), List.copyOf(obstacles))
          .causedBy(thrown);
    }
    return new Contents(saved, met, objects.toByteArray());
  }

  /** How many bytes the objects have; more than those that were kept if there were too many. */
  long size() {
    return objects.size();
  }

  /** The versions of the classes with frames; one may be there several times. */
  List<CodeVersion> code() {
    return code;
  }

  /** The policy's, if it has one, and that of the saved program otherwise. */
  SnapshotPolicy withLoader() {
    return policy.choosesLoader() || loader == null ? policy : policy.withClassLoader(loader);
  }

  /** The saved program's, as far as that can be told. */
  @Override
  public Class<?> find(String name) throws ClassNotFoundException {
    if (loader == null || !policy.choosesLoader()) {
      return Class.forName(name, false, loader == null ? policy.loader() : loader);
    }
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      return Class.forName(name, false, policy.loader());
    }
  }

  private Kind kind(int number) {
    return Kind.of(found.get(number)).orElse(Kind.COROUTINE);
  }

  private String name(int number) {
    return number == 0 ? "the " + kind(0) : kind(number) + " " + number;
  }

  private Contents.Saved save(int number) {
    if (!reader.hold(found.get(number))) {
      obstacles.add(Obstacle.at(name(number), "", "it is running", "save it when it is suspended"));
      return null;
    }
    ContinuationImage image = reader.read(found.get(number));
    holdAll(image);
    Object body = image.head().body();
    noteLoader(image, body);
    writing = new Writing(number, null, 0, "body", body);
    boolean hasBody = body != null && write(body) >= 0;
    writing = new Writing(number, null, 0, "element", image.element());
    boolean hasElement = image.element() != null && write(image.element()) >= 0;
    List<Contents.Activation> activations = new ArrayList<>(image.frames().size());
    for (SavedFrame frame : image.frames()) {
      activations.add(activation(number, frame));
    }
    return new Contents.Saved(
        kind(number),
        image.status(),
        image.head().ready(),
        hasBody,
        hasElement,
        image.bits(),
        activations);
  }

  /** Those in its frames belong to the same moment. */
  private void holdAll(ContinuationImage image) {
    for (SavedFrame frame : image.frames()) {
      for (Object value : frame.values()) {
        if (value instanceof Continuation nested && Kind.of(nested).isPresent()) {
          reader.hold(nested);
        }
      }
    }
  }

  private void noteLoader(ContinuationImage image, Object body) {
    if (loader == null) {
      List<SavedFrame> frames = image.frames();
      Class<?> type =
          frames.isEmpty()
              ? body == null ? null : body.getClass()
              : frames.get(frames.size() - 1).code().owner();
      loader = type == null ? null : type.getClassLoader();
    }
  }

  private Contents.Activation activation(int number, SavedFrame frame) {
    Place place = place(frame);
    if (frame.refusal() != null) {
      obstacles.add(Obstacle.at(name(number), place.toString(), frame.refusal(), ""));
    }
    List<PointLayout.Slot> slots = place.layout().slots();
    List<Object> values = frame.values();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).descriptor().length() > 1 && values.get(i) != null) {
        values.set(i, stored(values.get(i), number, place, i));
      }
    }
    return new Contents.Activation(place, values);
  }

  /** Null instead of an iterator of which nobody can tell what is left. */
  private Contents.Stored stored(Object value, int number, Place place, int slot) {
    if (value instanceof SavedFrame.Unknown unknown) {
      writing = new Writing(number, place, slot, "", unknown.iterator());
      refused(unknown.iterator(), new Refusal(unknown.why(), unknown.remedy()));
      return null;
    }
    writing = new Writing(number, place, slot, "", value);
    boolean rest = value instanceof SavedFrame.Rest;
    Object object = rest ? ((SavedFrame.Rest) value).elements().toArray() : value;
    return new Contents.Stored(Texts.of(object), write(object), rest);
  }

  private Place place(SavedFrame frame) {
    Place known = places.get(frame.layout());
    return known == null ? firstAt(frame) : known;
  }

  private Place firstAt(SavedFrame frame) {
    Place place = Place.of(frame);
    places.put(frame.layout(), place);
    met.add(place);
    code.add(
        new CodeVersion(place.owner(), place.version(), frame.code().owner().getClassLoader()));
    return place;
  }

  /** What user code throws here is an obstacle, too; nothing more is kept then. */
  private long write(Object object) {
    try {
      return objects.write(object);
    } catch (IOException | RuntimeException | LinkageError e) {
      thrown.add(e);
      return failed(e.toString());
    } catch (StackOverflowError e) {
      return failed("the objects are nested too deeply to be serialized");
    }
  }

  private long failed(String why) {
    refused(null, new Refusal(why, "see how its class is serialized"));
    objects.giveUp();
    return 0;
  }

  @Override
  public Object reference(Object continuation) {
    Continuation met = (Continuation) continuation;
    if (Kind.of(met).isEmpty()) {
      Refusal refusal =
          new Refusal("it belongs to an event loop", "save coroutines and generators, not tasks");
      refused(met, refusal);
      return null;
    }
    reader.hold(met); // one that runs is an obstacle when its turn comes
    return new ContinuationReference(
        numbers.computeIfAbsent(
            met,
            added -> {
              found.add(added);
              return found.size() - 1;
            }));
  }

  @Override
  public void refused(Object object, Refusal refusal) {
    obstacles.add(writing.obstacle(name(writing.number()), object, refusal));
  }
}
