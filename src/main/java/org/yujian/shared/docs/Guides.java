package org.yujian.shared.docs;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The guides of {@code docs/api} as HTML; the build copies their Markdown to {@code /guides} of the
 * class path. Each is rendered once, at first request.
 */
@Singleton
class Guides {

  /** The list of all guides. */
  static final String INDEX = "README";

  private static final Pattern NAME = Pattern.compile("[A-Za-z-]{1,40}");
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .attributeProviderFactory(context -> Guides::link)
          .build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  private final Map<String, Guide> guides = new ConcurrentHashMap<>();

  record Guide(String title, String summary, String html) {}

  /**
   * @param name of the file without {@code .md}
   */
  Optional<Guide> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Guide known = guides.get(name);
    return known == null ? read(name) : Optional.of(known);
  }

  private Optional<Guide> read(String name) {
    try (InputStream in = Guides.class.getResourceAsStream("/guides/" + name + ".md")) {
      if (in == null) {
        return Optional.empty();
      }
      Guide guide = rendered(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      guides.put(name, guide);
      return Optional.of(guide);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Guide rendered(String markdown) {
    Node document = PARSER.parse(markdown);
    String[] first = new String[2];
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            first[0] = first[0] == null ? text(heading) : first[0];
          }

          @Override
          public void visit(Paragraph paragraph) {
            first[1] = first[1] == null ? text(paragraph) : first[1];
          }
        });
    return new Guide(first[0], first[1], HTML.render(document));
  }

  private static String text(Node node) {
    return TEXT.render(node).strip();
  }

  /** Links between guides stay, those to other files of the repository have no page here. */
  private static void link(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Heading heading) {
      attributes.put("id", anchor(text(heading)));
    }
    String href = attributes.get("href");
    if (href != null) {
      String address = address(href);
      if (address == null) {
        attributes.remove("href");
      } else {
        attributes.put("href", address);
      }
    }
  }

  private static String address(String href) {
    if (href.startsWith("https://") || href.startsWith("#")) {
      return href;
    }
    if (href.endsWith("openapi/openapi.yaml")) {
      return "/openapi";
    }
    return href.matches("[a-z-]+\\.md(#.*)?") ? "/docs/guides/" + href.replace(".md", "") : null;
  }

  /** The anchor that GitHub gives a heading, for which the links are written. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
