package dev.respool.it.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A JDK beside the one that runs the tests.
 *
 * @param feature its version, 17 or more
 * @param home where it is
 */
record OtherJdk(int feature, Path home) {
  private static final int OLDEST = 17;

  /** Of those that the build has found, the one whose version is farthest from this one. */
  static Optional<OtherJdk> find() throws IOException, SAXException, ParserConfigurationException {
    Path file = Path.of(System.getProperty("respool.found.jdks", "not given"));
    return Files.exists(file)
        ? read(file).stream()
            .filter(OtherJdk::isUsable)
            .max(Comparator.comparing(OtherJdk::distance))
        : Optional.empty();
  }

  private static List<OtherJdk> read(Path file)
      throws IOException, SAXException, ParserConfigurationException {
    NodeList toolchains =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName("toolchain");
    List<OtherJdk> all = new ArrayList<>();
    for (int i = 0; i < toolchains.getLength(); i++) {
      Element toolchain = (Element) toolchains.item(i);
      String version = text(toolchain, "version");
      int feature = Integer.parseInt(version.replaceFirst("\\D.*", ""));
      all.add(new OtherJdk(feature, Path.of(text(toolchain, "jdkHome"))));
    }
    return all;
  }

  private static String text(Element toolchain, String name) {
    return toolchain.getElementsByTagName(name).item(0).getTextContent().strip();
  }

  private boolean isUsable() {
    return feature >= OLDEST && distance() > 0 && Files.exists(home.resolve("bin"));
  }

  private int distance() {
    return Math.abs(feature - Runtime.version().feature());
  }
}
