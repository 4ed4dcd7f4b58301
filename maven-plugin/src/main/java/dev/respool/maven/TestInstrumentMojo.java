package dev.respool.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Instruments the project's test classes. */
@Mojo(
    name = "test-instrument",
    defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class TestInstrumentMojo extends AbstractInstrumentMojo {
  @Override
  String directory() {
    return project.getBuild().getTestOutputDirectory();
  }

  @Override
  List<String> classPath() throws MojoExecutionException {
    return resolved(project::getTestClasspathElements);
  }
}
