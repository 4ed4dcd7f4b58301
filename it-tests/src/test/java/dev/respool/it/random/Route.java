package dev.respool.it.random;

import dev.respool.NotSuspendableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One run of a drawn program: hands out its steps, knows whether a frame that cannot be captured
 * stands between here and the start of the coroutine, and notes what was done.
 *
 * <p>Everything follows from the seed, so that a run on transformed classes is compared with one on
 * classes that are not: there a yield is refused here, or gets its answer at once.
 */
public final class Route {
  private static final int FEWEST = 4;
  private static final int MOST = 40;

  /** Names of links that are not drawn, to find out what fails beside what is known to fail. */
  private static final List<String> WITHOUT =
      List.of(System.getProperty("fuzz.without", "").split(","));

  private static final List<Link> WEIGHTED = weighted();

  /** For class initialisers and class loaders, which get no argument. */
  private static Route current;

  private final SplittableRandom random;
  private final SplittableRandom answers;
  private final Suspender suspender;
  private final Crossings crossings;
  private final List<String> lines = new ArrayList<>();
  private int left;
  private int foreign;
  private int nested;

  Route(long seed, Suspender suspender, Crossings crossings) {
    this.random = new SplittableRandom(seed);
    this.answers = new SplittableRandom(~seed);
    this.suspender = suspender;
    this.crossings = crossings;
    this.left = random.nextInt(FEWEST, MOST);
    current = this;
  }

  private static List<Link> weighted() {
    List<Link> links = new ArrayList<>();
    for (Link link : Link.values()) {
      links.addAll(Collections.nCopies(isDrawn(link) ? link.weight() : 0, link));
    }
    return links;
  }

  /** Whether routes have it. */
  static boolean isDrawn(Link link) {
    return !WITHOUT.contains(link.name());
  }

  /** That of the run at hand. */
  public static Route current() {
    return current;
  }

  /** The next step; at the end there are only returns. */
  public Link next() {
    return left-- > 0 ? WEIGHTED.get(random.nextInt(WEIGHTED.size())) : Link.RETURN;
  }

  /** A choice from 0 up to, not including, the bound. */
  public int draw(int bound) {
    return random.nextInt(bound);
  }

  /** A step begins with this value; gives the mark to leave it with. */
  public int enter(Link link, int value) {
    lines.add(link + " " + value);
    crossings.entered(link);
    int mark = foreign;
    foreign += link.isForeign() ? 1 : 0;
    return mark;
  }

  /** A frame that cannot be captured begins; gives the mark to leave it with. */
  public int enterForeign(String what) {
    lines.add(what);
    return foreign++;
  }

  /** What was entered with the mark ends. */
  public void leave(int mark) {
    foreign = mark;
    lines.add("left");
  }

  /** A coroutine begins, which is not concerned with the frames that it was started below. */
  public int enterCoroutine() {
    int mark = foreign;
    foreign = 0;
    nested++;
    return mark;
  }

  /** It ended. */
  public void leaveCoroutine(int mark) {
    foreign = mark;
    nested--;
  }

  /** Anything worth comparing. */
  public void note(String line) {
    lines.add(line);
  }

  /** Whether the caller is to yield to its coroutine; {@link #passed} is for the others. */
  public boolean yields() {
    crossings.yielding(foreign > 0);
    return suspender.kind() == Suspender.Kind.COROUTINE;
  }

  /** A yield where there is no coroutine, or one of the JDK; returns its answer. */
  public Integer passed(Object value) {
    if (foreign > 0) {
      throw new NotSuspendableException("by the rules");
    }
    if (suspender.kind() == Suspender.Kind.INTERNAL && nested == 0) {
      suspender.suspend();
    }
    return answered(value);
  }

  /** Whoever resumes has got the value, and resumes with what is returned. */
  public Integer answered(Object value) {
    lines.add("yielded " + value);
    return answers.nextInt();
  }

  List<String> ended(String end) {
    lines.add(end);
    return List.copyOf(lines);
  }
}
