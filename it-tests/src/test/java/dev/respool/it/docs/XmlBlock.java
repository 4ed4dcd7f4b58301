package dev.respool.it.docs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A block of XML: pieces of a pom, held against a pom that a test builds. */
record XmlBlock(Block block) {
  /** The project that the invoker builds with the plugin. */
  static final Path BUILT = Path.of("src", "it", "simple", "pom.xml");

  /** The elements of the block that the pom does not have; fails if it is not well-formed. */
  List<String> missing(String pom) throws IOException, SAXException {
    String all = compact(parse(pom));
    List<String> missing = new ArrayList<>();
    NodeList shown = parse("<block>" + block.text() + "</block>").getChildNodes();
    for (int i = 0; i < shown.getLength(); i++) {
      String element = compact(shown.item(i));
      if (!all.contains(element)) {
        missing.add(element);
      }
    }
    return missing;
  }

  /** The text of {@link #BUILT} with this version of the project in it. */
  static String builtPom() throws IOException, SAXException {
    Element project = parse(Files.readString(Page.PROJECT.resolve("pom.xml")));
    return Files.readString(BUILT).replace("@project.version@", child(project, "version"));
  }

  private static String child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent();
      }
    }
    throw new AssertionError("no " + name);
  }

  private static Element parse(String text) throws IOException, SAXException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // throws, and prints nothing
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  /** Elements and texts without white space between. */
  private static String compact(Node node) {
    if (node.getNodeType() != Node.ELEMENT_NODE) {
      return node.getNodeType() == Node.TEXT_NODE ? node.getNodeValue().strip() : "";
    }
    StringBuilder text = new StringBuilder("<" + node.getNodeName() + ">");
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      text.append(compact(child));
    }
    return text.append("</").append(node.getNodeName()).append(">").toString();
  }
}
