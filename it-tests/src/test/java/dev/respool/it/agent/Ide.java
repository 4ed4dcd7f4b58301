package dev.respool.it.agent;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A debugger that steps, and sets breakpoints, as development environments do. It has their
 * settings as they are delivered, and {@code dev.respool.*} among the classes not to step into.
 */
final class Ide implements AutoCloseable {
  /** For each answer of the other JVM. */
  private static final long TIMEOUT_MILLIS = 60_000;

  private static final String RESPOOL = "dev.respool.*";

  /** What differs between debuggers. */
  enum Kind {
    /** Skips methods that are synthetic, but for the bodies of lambdas. */
    INTELLIJ(
        "com.sun.*", "java.*", "javax.*", "org.omg.*", "sun.*", "jdk.internal.*", "org.junit.*"),

    /** Its filters are switched on; it skips no synthetic methods. */
    ECLIPSE("com.ibm.*", "com.sun.*", "java.*", "javax.*", "jdk.*", "org.omg.*", "sun.*"),

    /** Of the JDK. */
    JDB("java.*", "javax.*", "sun.*", "com.sun.*", "jdk.internal.*");

    private final List<String> filters;

    Kind(String... filters) {
      this.filters = List.of(filters);
    }
  }

  /** Where the program stands. */
  record Stop(String method, int line, Location location, ThreadReference thread) {}

  private final Kind kind;
  private final Process process;
  private final VirtualMachine vm;
  private final String source;
  private final Set<Integer> breakpoints = new TreeSet<>();
  private EventSet stopped;

  private Ide(Kind kind, Process process, VirtualMachine vm, String source) {
    this.kind = kind;
    this.process = process;
    this.vm = vm;
    this.source = source;
  }

  /**
   * Starts a program, which stops before its first class.
   *
   * @param source the name of the file in which breakpoints are set
   */
  static Ide start(Kind kind, ForkedJvm jvm, String source, String... mainAndArguments)
      throws IOException, IllegalConnectorArgumentsException, InterruptedException {
    ListeningConnector connector =
        Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(c -> c.name().equals("com.sun.jdi.SocketListen"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("localAddress").setValue("127.0.0.1");
    arguments.get("timeout").setValue(String.valueOf(TIMEOUT_MILLIS));
    String port = connector.startListening(arguments).replaceAll(".*:", "");
    arguments.get("port").setValue(port);
    Process process =
        jvm.option(
                "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=127.0.0.1:" + port)
            .start(mainAndArguments);
    try {
      Ide ide = new Ide(kind, process, connector.accept(arguments), source);
      ide.stopped = ide.next();
      ClassPrepareRequest prepared = ide.vm.eventRequestManager().createClassPrepareRequest();
      prepared.addClassFilter("demo.*");
      prepared.enable();
      return ide;
    } catch (IOException | RuntimeException | InterruptedException e) {
      process.destroyForcibly();
      throw e;
    } finally {
      connector.stopListening(arguments);
    }
  }

  private EventSet next() throws InterruptedException {
    EventSet events = vm.eventQueue().remove(TIMEOUT_MILLIS);
    if (events == null) {
      throw new AssertionError("the program neither stops nor ends");
    }
    return events;
  }

  /** On every place that the compiler has given the line, in whichever method. */
  void breakpoint(int line) {
    breakpoints.add(line);
    vm.allClasses().forEach(type -> set(type, line));
  }

  private void set(ReferenceType type, int line) {
    try {
      if (type.isPrepared() && source.equals(type.sourceName())) {
        for (Location location : type.locationsOfLine(line)) {
          vm.eventRequestManager().createBreakpointRequest(location).enable();
        }
      }
    } catch (AbsentInformationException none) {
      // a class without lines
    }
  }

  void clearBreakpoints() {
    breakpoints.clear();
    vm.eventRequestManager().deleteAllBreakpoints();
  }

  /** Goes on to the next breakpoint; nothing if the program ends before. */
  Optional<Stop> resume() throws InterruptedException {
    while (true) {
      stopped.resume();
      stopped = next();
      for (Event event : stopped) {
        if (event instanceof ClassPrepareEvent prepared) {
          breakpoints.forEach(line -> set(prepared.referenceType(), line));
        } else if (event instanceof BreakpointEvent || event instanceof StepEvent) {
          return Optional.of(stop((LocatableEvent) event));
        } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
          return Optional.empty();
        }
      }
    }
  }

  private static Stop stop(LocatableEvent event) {
    Location at = event.location();
    return new Stop(at.method().name(), at.lineNumber(), at, event.thread());
  }

  Stop over(Stop from) throws Exception {
    return step(from, StepRequest.STEP_OVER);
  }

  Stop into(Stop from) throws Exception {
    return step(from, StepRequest.STEP_INTO);
  }

  Stop out(Stop from) throws Exception {
    return step(from, StepRequest.STEP_OUT);
  }

  private Stop step(Stop from, int depth) throws Exception {
    int frames = from.thread().frameCount();
    boolean left = false;
    Stop to = stepOnce(from, depth);
    while (true) {
      left |= to.thread().frameCount() < frames;
      boolean sameFrame = !left && to.thread().frameCount() == frames;
      if (!goesOn(from, to, depth, sameFrame)) {
        return to;
      }
      to = stepOnce(to, depth);
    }
  }

  /** Whether the debugger does not show where a step has ended, but steps again. */
  private boolean goesOn(Stop from, Stop to, int depth, boolean sameFrame) {
    boolean sameLine =
        from.location().method().equals(to.location().method()) && from.line() == to.line();
    if (isProxyOfLambda(to.location())) {
      return true;
    }
    return switch (kind) {
      case INTELLIJ ->
          sameFrame && depth != StepRequest.STEP_OUT ? sameLine : isSkipped(to.location().method());
      case ECLIPSE -> sameFrame && depth == StepRequest.STEP_INTO && sameLine;
      case JDB -> false;
    };
  }

  /**
   * Of Java's own, between a lambda and its caller. A debugger that does not know these classes
   * shows them, whatever the lambda does.
   */
  private static boolean isProxyOfLambda(Location location) {
    return location.declaringType().name().contains("$$Lambda");
  }

  private static boolean isSkipped(Method method) {
    return method.isSynthetic() && !method.name().startsWith("lambda$");
  }

  private Stop stepOnce(Stop from, int depth) throws Exception {
    StepRequest step =
        vm.eventRequestManager().createStepRequest(from.thread(), StepRequest.STEP_LINE, depth);
    kind.filters.forEach(step::addClassExclusionFilter);
    step.addClassExclusionFilter(RESPOOL);
    step.addCountFilter(1);
    step.setSuspendPolicy(EventRequest.SUSPEND_ALL);
    step.enable();
    try {
      return resume().orElseThrow(() -> new AssertionError("it has ended"));
    } finally {
      vm.eventRequestManager().deleteEventRequest(step);
    }
  }

  /** What the debugger shows of a method on the stack: names and values. */
  static Map<String, String> variables(Stop stop, int frame)
      throws IncompatibleThreadStateException, AbsentInformationException {
    Map<String, String> shown = new TreeMap<>();
    StackFrame at = stop.thread().frame(frame);
    List<LocalVariable> visible = at.visibleVariables();
    for (Map.Entry<LocalVariable, Value> variable : at.getValues(visible).entrySet()) {
      shown.put(variable.getKey().name(), String.valueOf(variable.getValue()));
    }
    return shown;
  }

  /** The methods of the program on the stack, {@code name:line}, and the number of each frame. */
  static Map<Integer, String> stack(Stop stop, String pkg) throws IncompatibleThreadStateException {
    Map<Integer, String> shown = new TreeMap<>();
    List<StackFrame> frames = new ArrayList<>(stop.thread().frames());
    for (int i = 0; i < frames.size(); i++) {
      Location at = frames.get(i).location();
      if (at.declaringType().name().startsWith(pkg)) {
        shown.put(i, at.method().name() + ":" + at.lineNumber());
      }
    }
    return shown;
  }

  /** The program ends, whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).join();
  }
}
