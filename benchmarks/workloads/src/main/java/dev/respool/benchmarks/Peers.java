package dev.respool.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The peers by name. Their classes are named, not referred to: a peer is loaded when it is asked
 * for, so that one that this JVM cannot run, or whose jar is absent, disturbs no other.
 */
public final class Peers {
  /** Java without coroutines, with which peers are compared: no peer, and in no table by itself. */
  private static final String PLAIN = "plain";

  private static final Map<String, String> CLASSES = classes();

  private Peers() {}

  private static Map<String, String> classes() {
    Map<String, String> classes = new LinkedHashMap<>();
    classes.put("respool", "respool.RespoolPeer");
    classes.put("respool-generator", "respool.RespoolGeneratorPeer");
    classes.put("respool-escaping", "respool.RespoolEscapingPeer");
    classes.put("respool-awake", "respool.RespoolAwakePeer");
    classes.put("respool-loop", "respool.RespoolLoopPeer");
    classes.put("loom", "loom.LoomPeer");
    classes.put("threads", "threads.ThreadsPeer");
    classes.put("kotlin", "kotlin.KotlinPeer");
    classes.put("kotlin-plain", "kotlin.PlainPeer");
    classes.put("kotlin-sequence", "kotlin.SequencePeer");
    classes.put("kotlinx", "kotlin.KotlinxPeer");
    classes.put("javaflow", "javaflow.JavaflowPeer");
    classes.put("offbynull", "offbynull.OffbynullPeer");
    classes.put("kilim", "kilim.KilimPeer");
    classes.put("quasar", "quasar.QuasarPeer");
    return Collections.unmodifiableMap(classes);
  }

  /**
   * All names, those of peers that cannot run here among them.
   *
   * @return the names in the order of the tables
   */
  public static List<String> names() {
    return List.copyOf(CLASSES.keySet());
  }

  /**
   * A new instance of a peer.
   *
   * @param name one of {@link #names}, or {@code plain}: Java without coroutines
   * @return the peer
   * @throws IllegalArgumentException if no peer has this name
   * @throws IllegalStateException if it cannot run here; the message says why
   */
  public static Peer named(String name) {
    String type = name.equals(PLAIN) ? "plain.PlainPeer" : CLASSES.get(name);
    if (type == null) {
      throw new IllegalArgumentException("No peer is named " + name + "; there are " + names());
    }
    try {
      return (Peer) Class.forName(typeName(type)).getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(name + " cannot run here: " + reason(e), e);
    }
  }

  /**
   * Why a peer cannot run here.
   *
   * @param name one of {@link #names}
   * @return the reason, or nothing if it can run
   */
  public static Optional<String> whyNot(String name) {
    try {
      named(name);
      return Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Tells whether a peer has a workload.
   *
   * @param peer the peer
   * @param workload the name of a method of {@link Peer}
   * @return whether the peer's class has its own method of that name
   */
  public static boolean has(Peer peer, String workload) {
    for (var method : peer.getClass().getMethods()) {
      if (method.getName().equals(workload) && method.getDeclaringClass() != Peer.class) {
        return true;
      }
    }
    return false;
  }

  private static String typeName(String type) {
    return Peers.class.getPackageName() + "." + type;
  }

  /** What a constructor or a class initialiser says, without what the JVM wraps it in. */
  private static String reason(Throwable thrown) {
    Throwable reason = thrown;
    while (isWrapper(reason) && reason.getCause() != null) {
      reason = reason.getCause();
    }
    boolean speaks = reason instanceof RuntimeException && reason.getMessage() != null;
    return speaks ? reason.getMessage() : reason.toString();
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof InvocationTargetException
        || thrown instanceof ExceptionInInitializerError
        || thrown instanceof NoClassDefFoundError;
  }
}
