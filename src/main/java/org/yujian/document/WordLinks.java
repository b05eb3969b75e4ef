package org.yujian.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The relationships of one part of a Word file: other parts, and addresses outside the file. */
final class WordLinks {

  private static final int MOST = 20_000;

  private record Link(String type, String target, boolean external) {}

  private final Map<String, Link> links = new HashMap<>();

  /**
   * @param part name of the part that has the relationships; empty for the whole file
   */
  WordLinks(ZipParts parts, String part) {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    try (XmlEvents xml = parts.xml(folder + "_rels/" + part.substring(slash) + ".rels")) {
      if (xml != null && xml.root()) {
        xml.children(name -> add(folder, xml));
      }
    }
  }

  private void add(String folder, XmlEvents xml) {
    if (links.size() >= MOST) {
      throw ZipParts.refused("The file has too many relationships.");
    }
    String type = xml.attribute("Type", "");
    String target = xml.attribute("Target", "");
    boolean external = xml.attribute("TargetMode", "").equalsIgnoreCase("External");
    links.put(
        xml.attribute("Id", ""),
        new Link(
            type.substring(type.lastIndexOf('/') + 1),
            external ? target.strip() : resolved(folder, target),
            external));
  }

  /** The name of the part; a path that leaves the file ends at its root. */
  static String resolved(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  /** The part of this type; null if there is none. The type is the end of its address. */
  String part(String type) {
    return links.values().stream()
        .filter(link -> !link.external() && link.type().equals(type))
        .map(Link::target)
        .findFirst()
        .orElse(null);
  }

  /** The part of the file with this id; null if there is none. */
  String inside(String id) {
    Link link = id == null ? null : links.get(id);
    return link == null || link.external() ? null : link.target();
  }

  /** The address outside the file with this id; null if there is none. */
  String address(String id) {
    Link link = id == null ? null : links.get(id);
    return link != null && link.external() ? link.target() : null;
  }
}
