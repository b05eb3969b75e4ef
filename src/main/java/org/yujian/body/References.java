package org.yujian.body;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/**
 * Decides which link reference definitions of a document are markup: those used by a picture, or by
 * a link to a safe address. Other definitions ({@code [备注]: …}) and footnotes are the author's
 * text, and what refers to them stays as written.
 */
final class References implements LinkProcessor {

  private final Set<LinkReferenceDefinition> markup =
      Collections.newSetFromMap(new IdentityHashMap<>());

  boolean isMarkup(LinkReferenceDefinition definition) {
    return markup.contains(definition);
  }

  @Override
  public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
    if (link.destination() != null) {
      return LinkResult.none();
    }
    boolean labelled = link.label() != null && !link.label().isEmpty();
    String label = labelled ? link.label() : link.text();
    LinkReferenceDefinition definition =
        context.getDefinition(LinkReferenceDefinition.class, label);
    if (definition == null) {
      return LinkResult.none();
    }
    boolean picture = link.marker() != null && link.marker().getLiteral().equals("!");
    boolean footnote = label.startsWith("^");
    if (!footnote && (picture || SafeLink.isSafe(definition.getDestination()))) {
      markup.add(definition);
      return LinkResult.none();
    }
    String written =
        "[" + link.text() + "]" + (link.label() == null ? "" : "[" + link.label() + "]");
    return LinkResult.replaceWith(new Text(written), scanner.position());
  }
}
