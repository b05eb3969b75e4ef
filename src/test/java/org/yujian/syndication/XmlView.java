package org.yujian.syndication;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An XML document read by the JDK; XPath names have no prefix and match every namespace. */
record XmlView(Document document) {

  static XmlView of(String text) {
    try {
      DocumentBuilderFactory parsers = DocumentBuilderFactory.newDefaultNSInstance();
      parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return new XmlView(
          parsers.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
    } catch (Exception notWellFormed) {
      throw new AssertionError(text, notWellFormed);
    }
  }

  List<String> texts(String path) {
    return nodes(path).stream().map(Node::getTextContent).toList();
  }

  String namespace(String path) {
    return nodes(path).get(0).getNamespaceURI();
  }

  private List<Node> nodes(String path) {
    try {
      String local = path.replaceAll("/([a-zA-Z][\\w-]*)", "/*[local-name()='$1']");
      NodeList found =
          (NodeList)
              XPathFactory.newDefaultInstance()
                  .newXPath()
                  .evaluate(local, document, XPathConstants.NODESET);
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        nodes.add(found.item(i));
      }
      return nodes;
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }
}
