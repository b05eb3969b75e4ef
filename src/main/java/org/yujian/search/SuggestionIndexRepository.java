package org.yujian.search;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.yujian.search.SuggestionKeys.Key;
import org.yujian.search.TitleTerms.TitleTerm;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/**
 * All query text that writes suggestions. Articles share terms, so every writer holds the log's
 * lock.
 */
@ApplicationScoped
class SuggestionIndexRepository {

  private static final String ADD_TERMS =
      """
      insert into suggestion (kind, text, text_f, articles)
      select 'term', text, text_f, articles
      from unnest(:texts, :folded, :articles) as t (text, text_f, articles) order by text_f
      on conflict (text_f) where kind = 'term'
        do update set articles = suggestion.articles + excluded.articles
      returning id, text_f, xmax = 0
      """;

  private static final String LINK =
      """
      with made as (
        insert into article_term select * from unnest(:articles, :terms) returning 1)
      select count(*) from made
      """;

  private static final String ADD_KEYS =
      """
      with made as (
        insert into suggestion_key (of_name, key, suggestion_id, place)
        select :name, key, id, place from unnest(:keys, :ids, :places) as k (key, id, place)
        returning 1)
      select count(*) from made
      """;

  private static final String TAKE_BACK =
      """
      with gone as (
        delete from article_term t using unnest(:articles, :terms) as g (article, term)
        where t.article_id = g.article and t.term_id = g.term returning t.term_id),
      less as (select term_id, count(*) as n from gone group by term_id),
      fewer as (
        update suggestion s set articles = s.articles - less.n from less
        where s.id = less.term_id and s.articles > less.n),
      dead as (
        delete from suggestion s using less where s.id = less.term_id and s.articles <= less.n
        returning s.id),
      keys as (
        delete from suggestion_key k using dead where k.suggestion_id = dead.id)
      select count(*) from gone
      """;

  private static final String PUT_NAME =
      """
      insert into suggestion (kind, thing_id, slug, text, text_f, articles)
      values (:kind, :id, :slug, :text, :folded, 0)
      on conflict (kind, thing_id) where kind <> 'term' do update set slug = excluded.slug,
        text = excluded.text, text_f = excluded.text_f
      returning id
      """;

  @Inject Sql sql;

  /**
   * A term of an article's title.
   *
   * @param term its id
   */
  private record Link(UUID article, long term, String folded) {}

  /** Makes the terms of these articles those of their titles; none for what is not live. */
  void putTitles(Map<UUID, String> titles, Collection<UUID> articles) {
    Map<UUID, Map<String, TitleTerm>> wanted = new HashMap<>();
    titles.forEach(
        (id, title) ->
            wanted.put(
                id, TitleTerms.of(title).stream().collect(toMap(TitleTerm::folded, t -> t))));
    List<Link> gone = new ArrayList<>();
    for (Link link : links(articles)) {
      Map<String, TitleTerm> terms = wanted.getOrDefault(link.article(), Map.of());
      if (terms.containsKey(link.folded())) {
        terms.remove(link.folded());
      } else {
        gone.add(link);
      }
    }
    add(wanted);
    takeBack(gone);
  }

  /** As {@link #putTitles}, and makes the keys of all terms of these titles again. */
  void makeAgain(Map<UUID, String> titles) {
    putTitles(titles, titles.keySet());
    Map<Long, List<Key>> keys = new HashMap<>();
    links(titles.keySet())
        .forEach(link -> keys.put(link.term(), SuggestionKeys.ofTerm(link.folded())));
    sql.statement("delete from suggestion_key where suggestion_id = any(:ids)")
        .set("ids", keys.keySet().toArray(Long[]::new))
        .run();
    addKeys(false, keys);
  }

  private List<Link> links(Collection<UUID> articles) {
    return sql.query(
            """
            select t.article_id, t.term_id, s.text_f
            from article_term t join suggestion s on s.id = t.term_id
            where t.article_id = any(:ids)
            """,
            row -> new Link(row.uuid(1), row.number(2), row.text(3)))
        .set("ids", Ids.of(articles))
        .list();
  }

  /** One row of a term, new or known. */
  private record Term(long id, String folded, boolean made) {}

  private void add(Map<UUID, Map<String, TitleTerm>> wanted) {
    Map<String, String> texts = new TreeMap<>();
    Map<String, Integer> articles = new TreeMap<>();
    wanted
        .values()
        .forEach(
            terms ->
                terms
                    .values()
                    .forEach(
                        term -> {
                          texts.putIfAbsent(term.folded(), term.text());
                          articles.merge(term.folded(), 1, Integer::sum);
                        }));
    if (texts.isEmpty()) {
      return;
    }
    List<Term> rows =
        sql.query(ADD_TERMS, row -> new Term(row.number(1), row.text(2), row.flag(3)))
            .set("texts", texts.values().toArray(String[]::new))
            .set("folded", texts.keySet().toArray(String[]::new))
            .set("articles", articles.values().stream().mapToInt(Integer::intValue).toArray())
            .list();
    Map<Long, List<Key>> keys = new HashMap<>();
    rows.stream()
        .filter(Term::made)
        .forEach(term -> keys.put(term.id(), SuggestionKeys.ofTerm(term.folded())));
    addKeys(false, keys);
    Map<String, Long> ids = rows.stream().collect(toMap(Term::folded, Term::id));
    List<Link> links = new ArrayList<>();
    wanted.forEach(
        (article, terms) ->
            terms.keySet().forEach(term -> links.add(new Link(article, ids.get(term), term))));
    count(LINK, links);
  }

  private void takeBack(List<Link> gone) {
    if (gone.isEmpty()) {
      return;
    }
    count(TAKE_BACK, gone);
  }

  private void count(String statement, List<Link> links) {
    sql.query(statement, row -> row.number(1))
        .set("articles", links.stream().map(Link::article).toArray(UUID[]::new))
        .set("terms", links.stream().map(Link::term).toArray(Long[]::new))
        .list();
  }

  private void addKeys(boolean name, Map<Long, List<Key>> keys) {
    List<String> texts = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    keys.forEach(
        (id, all) ->
            all.forEach(
                key -> {
                  texts.add(key.key());
                  ids.add(id);
                  places.add(key.place());
                }));
    if (texts.isEmpty()) {
      return;
    }
    sql.query(ADD_KEYS, row -> row.number(1))
        .set("name", name)
        .set("keys", texts.toArray(String[]::new))
        .set("ids", ids.toArray(Long[]::new))
        .set("places", places.stream().mapToInt(Integer::intValue).toArray())
        .list();
  }

  /**
   * An account or a tag.
   *
   * @param slug of a tag; null of an account
   * @param other another beginning by which it is found; null for none
   */
  record Name(UUID id, String slug, String text, String folded, String other) {}

  /** Makes these the names of one kind; takes out those of the ids that are not among them. */
  void putNames(String kind, List<Name> names, Collection<UUID> ids) {
    Set<UUID> gone = new HashSet<>(ids);
    names.forEach(name -> gone.remove(name.id()));
    sql.query(
            """
            with old as (select id from suggestion where kind = :kind and thing_id = any(:ids)),
            keys as (delete from suggestion_key where suggestion_id in (select id from old)),
            dead as (delete from suggestion where kind = :kind and thing_id = any(:gone))
            select count(*) from old
            """,
            row -> row.number(1))
        .set("kind", kind)
        .set("ids", Ids.of(ids))
        .set("gone", Ids.of(gone))
        .list();
    Map<Long, List<Key>> keys = new HashMap<>();
    names.forEach(
        name -> keys.put(put(kind, name), SuggestionKeys.ofName(name.folded(), name.other())));
    addKeys(true, keys);
  }

  private long put(String kind, Name name) {
    return sql.query(PUT_NAME, row -> row.number(1))
        .set("kind", kind)
        .set("id", name.id())
        .set("slug", name.slug())
        .set("text", name.text())
        .set("folded", name.folded())
        .list()
        .get(0);
  }
}
