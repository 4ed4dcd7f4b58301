package dev.respool.corpus.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What became of the tests of a run: how often each line of class, test and result occurs. Names of
 * tests may occur several times.
 *
 * @param lines each with its count
 */
record Outcomes(Map<String, Integer> lines) {

  /**
   * Reads JUnit's reports.
   *
   * @param directory of the XML files
   */
  static Outcomes read(Path directory) throws IOException {
    Outcomes outcomes = new Outcomes(new TreeMap<>());
    try (DirectoryStream<Path> reports = Files.newDirectoryStream(directory, "*.xml")) {
      for (Path report : reports) {
        try (InputStream xml = Files.newInputStream(report)) {
          outcomes.add(XMLInputFactory.newFactory().createXMLStreamReader(xml));
        } catch (XMLStreamException e) {
          throw new IOException("cannot read the report " + report, e);
        }
      }
    }
    return outcomes;
  }

  private void add(XMLStreamReader xml) throws XMLStreamException {
    String test = "";
    String result = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "testcase" -> {
            test = attribute(xml, "classname") + " " + attribute(xml, "name");
            result = "successful";
          }
          case "failure", "error", "skipped" ->
              result = (xml.getLocalName() + " " + attribute(xml, "type")).strip();
          default -> {} // what the test printed
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("testcase")) {
        add(test + " " + result);
      }
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private void add(String line) {
    lines.merge(line, 1, Integer::sum);
  }

  int count() {
    return lines.values().stream().mapToInt(n -> n).sum();
  }

  /**
   * What is different: lines that only one of the two has, or more often, with how often.
   *
   * @param untouched the other
   */
  Map<String, Integer> changesFrom(Outcomes untouched) {
    Map<String, Integer> changes = new TreeMap<>(lines);
    untouched.lines.forEach((line, count) -> changes.merge(line, -count, Integer::sum));
    changes.values().removeIf(count -> count == 0);
    return changes;
  }
}
