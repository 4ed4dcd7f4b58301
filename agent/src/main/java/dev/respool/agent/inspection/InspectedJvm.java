package dev.respool.agent.inspection;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Another JVM of this machine that answers questions about its event loops. The agent's jar stays
 * loaded in it, and its thread ends when this is closed.
 */
public final class InspectedJvm implements Closeable {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 60_000;
  private static final int TOKEN_BYTES = 16;

  private final long pid;
  private final Socket socket;
  private final DataInputStream in;

  private InspectedJvm(long pid, Socket socket) throws IOException {
    this.pid = pid;
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  /**
   * Attaches to it.
   *
   * @param pid its process
   * @param agent the agent's jar
   * @return the JVM, ready to answer
   * @throws InspectionException if that cannot be done: says why, and what to do
   */
  public static InspectedJvm attach(long pid, Path agent) throws InspectionException {
    requireProcess(pid);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InspectionCall call = new InspectionCall(server.getLocalPort(), token());
      load(pid, agent, call);
      server.setSoTimeout(CONNECT_MILLIS);
      return accept(pid, server, call);
    } catch (InspectionException e) {
      throw e;
    } catch (SocketTimeoutException e) {
      throw new InspectionException(
          "process "
              + pid
              + " has loaded the agent, but cannot connect to this one: both must be on"
              + " the same network, and not in different containers",
          e);
    } catch (IOException e) {
      throw new InspectionException("process " + pid + " cannot be inspected: " + e, e);
    }
  }

  private static void requireProcess(long pid) throws InspectionException {
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new InspectionException("there is no process " + pid, null);
    }
  }

  private static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    StringBuilder token = new StringBuilder();
    for (byte b : bytes) {
      token.append(String.format("%02x", b));
    }
    return token.toString();
  }

  private static void load(long pid, Path agent, InspectionCall call)
      throws IOException, InspectionException {
    try {
      VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
      try {
        jvm.loadAgent(agent.toString(), call.toString());
      } finally {
        jvm.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new InspectionException(cannotAttach(pid, e), e);
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new InspectionException(
          "process "
              + pid
              + " refuses the agent ("
              + e.getMessage()
              + "): it may run with -XX:-EnableDynamicAgentLoading, or have the agent of another"
              + " version",
          e);
    } catch (NoClassDefFoundError e) {
      throw new InspectionException(
          "this Java has no module jdk.attach: run the command with a JDK", e);
    }
  }

  private static String cannotAttach(long pid, Exception cause) {
    Optional<String> owner = ProcessHandle.of(pid).flatMap(process -> process.info().user());
    String self = System.getProperty("user.name");
    if (owner.isPresent() && !owner.get().equals(self)) {
      return "process "
          + pid
          + " belongs to user "
          + owner.get()
          + ", and this command is run by "
          + self
          + ": run it as that user";
    }
    return "process "
        + pid
        + " cannot be attached to ("
        + cause.getMessage()
        + "): it is no JVM, or runs with -XX:+DisableAttachMechanism";
  }

  /** Whoever does not know the token is somebody else, and is hung up on. */
  private static InspectedJvm accept(long pid, ServerSocket server, InspectionCall call)
      throws IOException {
    while (true) {
      Socket socket = server.accept();
      socket.setSoTimeout(CONNECT_MILLIS);
      InspectedJvm jvm = new InspectedJvm(pid, socket);
      if (jvm.knows(call.token())) {
        socket.setSoTimeout(ANSWER_MILLIS);
        return jvm;
      }
      jvm.close();
    }
  }

  private boolean knows(String token) {
    try {
      return in.readUTF().equals(token);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Asks it.
   *
   * @param question what
   * @return the answer, which is text of that process
   * @throws InspectionException if it has none: says why
   */
  public String ask(Question question) throws InspectionException {
    boolean answered;
    String text;
    try {
      socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
      answered = in.readBoolean();
      text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InspectionException("process " + pid + " does not answer any more: " + e, e);
    }
    if (!answered) {
      throw new InspectionException("process " + pid + " cannot be inspected: " + text, null);
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
