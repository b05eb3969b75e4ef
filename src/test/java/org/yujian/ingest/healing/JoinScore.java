package org.yujian.ingest.healing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Compares what the healer made of documents with what an editor wants. */
final class JoinScore {

  private int right;
  private int wrong;
  private int missed;

  /** Wrong joins that the report does not ask an editor to look at. */
  private int unnoticed;

  private int furniture;
  private int sources;
  private final List<String> details = new ArrayList<>();

  void add(CutDocument wanted) {
    byte[] bytes = wanted.text().getBytes(StandardCharsets.UTF_8);
    Document document = Healer.heal(bytes, DocumentFormat.TEXT, key -> false);
    Set<CutDocument.Pair> open = new HashSet<>(wanted.wanted());
    for (HealedArticle article : document.articles()) {
      for (Join join : article.joins()) {
        CutDocument.Pair pair = new CutDocument.Pair(join.afterLine(), join.nextLine());
        if (open.remove(pair)) {
          right++;
        } else if (!isInByline(wanted, pair)) {
          wrong++;
          unnoticed += join.uncertain() ? 0 : 1;
          note(join.uncertain() ? "wrong, uncertain" : "wrong", wanted, pair);
        }
      }
    }
    missed += open.size();
    open.forEach(pair -> note("missed", wanted, pair));
    addFurniture(wanted, document);
    addSource(wanted, document);
  }

  /** A pair that the healer cannot report: the byline left the text with its join. */
  private static boolean isInByline(CutDocument wanted, CutDocument.Pair pair) {
    return wanted.source() != null
        && wanted.lines().get(pair.right() - 1).text().contains(wanted.source());
  }

  private void addFurniture(CutDocument wanted, Document document) {
    Set<Integer> removed = new HashSet<>();
    document.findings().stream()
        .filter(finding -> finding.code().equals("page-furniture.removed"))
        .forEach(finding -> removed.add(finding.line()));
    Set<Integer> expected = wanted.furniture();
    for (int line = 1; line <= wanted.lines().size(); line++) {
      if (removed.contains(line) != expected.contains(line)) {
        furniture++;
        String text = wanted.lines().get(line - 1).text();
        details.add(wanted.name() + ": furniture, line " + line + " " + text);
      }
    }
  }

  private void addSource(CutDocument wanted, Document document) {
    String source = document.articles().get(0).source();
    if (!Objects.equals(source, wanted.source())) {
      sources++;
      details.add(wanted.name() + ": source " + source);
    }
  }

  private void note(String what, CutDocument document, CutDocument.Pair pair) {
    String left = document.lines().get(pair.left() - 1).text();
    String right = document.lines().get(pair.right() - 1).text();
    String end = left.substring(Math.max(0, left.length() - 24));
    String begin = right.substring(0, Math.min(right.length(), 24));
    details.add(
        document.name()
            + ": "
            + what
            + ", lines "
            + pair.left()
            + "+"
            + pair.right()
            + " "
            + end
            + " | "
            + begin);
  }

  void add(JoinScore other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
    unnoticed += other.unnoticed;
    furniture += other.furniture;
    sources += other.sources;
    details.addAll(other.details);
  }

  int wanted() {
    return right + missed;
  }

  int right() {
    return right;
  }

  int wrong() {
    return wrong;
  }

  int missed() {
    return missed;
  }

  int unnoticed() {
    return unnoticed;
  }

  int furniture() {
    return furniture;
  }

  int sources() {
    return sources;
  }

  List<String> details() {
    return details;
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-18s wanted %5d  right %5d  wrong %3d (%d not marked uncertain)  missed %3d"
            + "  page furniture %d  sources %d",
        name,
        wanted(),
        right,
        wrong,
        unnoticed,
        missed,
        furniture,
        sources);
  }
}
