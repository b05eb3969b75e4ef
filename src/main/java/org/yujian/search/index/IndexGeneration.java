package org.yujian.search.index;

import java.util.List;
import java.util.Optional;
import org.yujian.search.index.IndexHits.Hit;

/**
 * One index of live articles. Rules of folding and fields do not change during its life: another
 * generation is filled beside it. One thread writes; any number searches.
 *
 * <p>All methods throw {@link IndexUnavailable} when the engine does not answer, or its disk is
 * full. Searches may be repeated. Whoever writes has to call {@link #position} after an exception
 * and go on from there: what was written since the last commit may be lost. Until then {@link
 * #write}, {@link #refresh}, {@link #commit} and {@link #expunge} may go on to throw, so that no
 * gap is ever committed. Nothing that was committed is lost, unless the files are damaged: then the
 * generation is empty and has no position.
 */
public interface IndexGeneration {

  String name();

  /** Writes changes; found after {@link #refresh}. Writing the same batch again changes nothing. */
  void write(IndexBatch batch);

  /** Makes everything written so far visible to searches. */
  void refresh();

  /**
   * Makes everything written so far durable, together with how far the change log was read. Costs a
   * synchronous write of the disk, so it is called rarely.
   *
   * @param position any text; a process that starts again goes on from it
   */
  void commit(String position);

  /**
   * The position of the last commit; empty before the first one. It moves back when changes were
   * lost.
   */
  Optional<String> position();

  /**
   * The position of the last commit, if another process made it. An engine that is not shared has
   * none. Whoever writes may go on from it, after opening the generation again.
   */
  default Optional<String> committedByOthers() {
    return Optional.empty();
  }

  IndexHits search(IndexQuery query);

  /**
   * The hits that are lowest in the feed, from the lowest up. Reads all hits of the scope, so it is
   * for scopes that begin at a place near the newest.
   *
   * @param size number of hits, from 0
   */
  List<Hit> oldest(ArticleScope scope, Clause must, int size);

  /**
   * For each clause the number of articles for which it holds, in this order. May include replaced
   * and removed articles, so it is good for weights only.
   */
  List<Long> frequencies(List<Clause> clauses);

  /** Number of articles. */
  long size();

  /**
   * Removes the words of replaced and removed articles from the disk. Everything written so far
   * becomes visible and durable, but the position stays; so {@link #commit} comes before. Costly.
   */
  void expunge();
}
