package dev.respool.agent.inspection;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The inspected JVM's end: a daemon thread that answers questions, one a line, until the other end
 * hangs up. An answer is a byte that says whether there is one, then its length and its text; the
 * text says why if there is none.
 */
public final class InspectionLink implements Runnable {
  private final InspectionCall call;
  private final LoadedRuntimes runtimes;

  private InspectionLink(InspectionCall call, Instrumentation jvm) {
    this.call = call;
    this.runtimes = new LoadedRuntimes(jvm);
  }

  /**
   * Answers a call, on a thread of its own.
   *
   * @param call who has called
   * @param jvm knows the loaded classes
   */
  public static void open(InspectionCall call, Instrumentation jvm) {
    Thread thread = new Thread(new InspectionLink(call, jvm), "respool-inspection");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), call.port());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      out.writeUTF(call.token());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        answer(Question.parse(line), out);
      }
    } catch (IOException e) {
      // the other end has gone, and there is nobody to tell
    }
  }

  private void answer(Question question, DataOutputStream out) throws IOException {
    boolean answered = true;
    String text;
    try {
      text = runtimes.answer(question);
    } catch (IllegalStateException e) {
      answered = false;
      text = e.getMessage();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeBoolean(answered);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }
}
