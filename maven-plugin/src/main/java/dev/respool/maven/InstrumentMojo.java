package dev.respool.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Instruments the project's own classes. */
@Mojo(
    name = "instrument",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class InstrumentMojo extends AbstractInstrumentMojo {
  @Override
  String directory() {
    return project.getBuild().getOutputDirectory();
  }

  @Override
  List<String> classPath() throws MojoExecutionException {
    return resolved(project::getCompileClasspathElements);
  }
}
