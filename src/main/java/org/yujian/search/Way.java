package org.yujian.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One way for an article to have several terms: some in its text, all others in its account's name.
 * Each is looked for by itself, as the index answers it then; text or name in one condition the
 * planner takes for a cheap filter, and the grams of every article with the other terms are
 * fetched.
 *
 * @param inText which terms, by their places
 * @param accounts those with all other terms in their name; null where there are no others
 */
record Way(List<Integer> inText, List<UUID> accounts) {

  /** As many terms may be in the name, the first ones; others are looked for in the text. */
  private static final int NAMED = 4;

  static List<Way> of(List<SoughtTerm> terms) {
    List<Way> ways = new ArrayList<>();
    ways.add(new Way(IntStream.range(0, terms.size()).boxed().toList(), null));
    IntStream.range(0, terms.size())
        .filter(i -> !terms.get(i).accounts().isEmpty())
        .limit(NAMED)
        .forEach(
            i ->
                List.copyOf(ways).stream()
                    .map(way -> way.without(i, terms.get(i).accounts()))
                    .filter(way -> !way.accounts.isEmpty())
                    .forEach(ways::add));
    return ways;
  }

  private Way without(int term, List<UUID> named) {
    List<UUID> both = new ArrayList<>(named);
    if (accounts != null) {
      both.retainAll(Set.copyOf(accounts));
    }
    return new Way(inText.stream().filter(i -> i != term).toList(), both);
  }

  /**
   * What the index can tell of rows {@code s}.
   *
   * @param number of this way; its accounts are the parameter {@code w} with it
   */
  String hits(List<SoughtTerm> terms, int number) {
    String grams =
        inText.stream()
            // Without grams (punctuation in quotes) the index would be read whole.
            .filter(i -> terms.get(i).term().grams().length > 0)
            .map(i -> "s.g @> :g" + i)
            .collect(Collectors.joining(" and "));
    String named = accounts == null ? "" : "s.account_id = any(:w" + number + ")";
    return grams.isEmpty() || named.isEmpty() ? grams + named : grams + " and " + named;
  }

  /** That rows {@code c} are not those of the way that has all terms in the text. */
  String notAllInText(List<SoughtTerm> terms) {
    return IntStream.range(0, terms.size())
        .filter(i -> !inText.contains(i))
        .mapToObj(Way::inText)
        .collect(Collectors.joining(" and ", " and not (", ")"));
  }

  /** What it cannot, of rows {@code c}: nothing of words that are grams themselves. */
  String texts(List<SoughtTerm> terms) {
    return inText.stream()
        .filter(i -> !terms.get(i).term().exact())
        .map(i -> " and " + inText(i))
        .collect(Collectors.joining());
  }

  private static String inText(int term) {
    return "strpos(c.all_f, :t" + term + ") > 0";
  }
}
