package dev.respool.it.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A coroutine that was saved elsewhere can be looked at in a debugger, and the other way round. */
class DebuggedSnapshotIT {
  private static final String SAVED =
      """
      package demo;
      import dev.respool.*;
      import dev.respool.snapshot.*;
      import java.io.Serializable;
      import java.nio.file.*;
      public class Saved implements CoroutineAction, Serializable {
        public static void main(String[] args) throws Exception {
          Path file = Path.of(args[1]);
          Coroutine<Object, Object> co = Coroutine.create(new Saved());
          if (args[0].equals("save")) {
            System.out.println(co.resume());
            System.out.println(co.resume());
            Files.write(file, Snapshot.of(co).toBytes());
            return;
          }
          byte[] bytes = Files.readAllBytes(file);
          co = Snapshot.read(bytes, SnapshotPolicy.allowing("demo.*")).restore();
          while (!co.isDone()) {
            System.out.println(co.resume());
          }
        }
        @Override @Suspendable public void run() {
          String text = "n";
          for (int i = 0; i < 3; i++) {
            text += inner(i);
            Coroutine.yield(text);
          }
        }
        @Suspendable private static int inner(int i) {
          Coroutine.yield("i" + i);
          return 2 * i;
        }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"true,false", "false,true", "true,true"})
  void a_snapshot_goes_on_with_the_other_code(boolean saved, boolean restored) throws Exception {
    Program program = Program.compile(directory, SAVED);
    assertEquals("i0\nn0", run(program, saved, "save"));
    assertEquals("i1\nn02\ni2\nn024\nnull", run(program, restored, "restore"));
  }

  private String run(Program program, boolean debug, String what) throws Exception {
    ForkedJvm.Result result =
        new ForkedJvm(directory)
            .agent("debug=" + debug)
            .classPath(program.classes())
            .run("demo.Saved", what, directory.resolve("snapshot").toString());
    return result.out() + result.err();
  }
}
