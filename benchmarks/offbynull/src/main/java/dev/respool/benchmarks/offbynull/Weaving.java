package dev.respool.benchmarks.offbynull;

import com.offbynull.coroutines.instrumenter.InstrumentationSettings;
import com.offbynull.coroutines.instrumenter.Instrumenter;
import com.offbynull.coroutines.instrumenter.PluginHelper;
import com.offbynull.coroutines.instrumenter.asm.ClassLoaderClassInformationRepository;
import com.offbynull.coroutines.instrumenter.generators.DebugGenerators.MarkerType;
import java.io.File;
import java.io.IOException;

/**
 * Runs the instrumenter in this module's build. The library's own plugins for build tools are not
 * published in this version.
 */
public final class Weaving {
  private Weaving() {}

  /**
   * Instruments all classes of a directory in place.
   *
   * @param args the directory
   * @throws IOException if a class cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    File classes = new File(args[0]);
    var types = new ClassLoaderClassInformationRepository(Weaving.class.getClassLoader());
    var settings = new InstrumentationSettings(MarkerType.NONE, false, false);
    PluginHelper.instrument(new Instrumenter(types), settings, classes, classes, message -> {});
  }
}
