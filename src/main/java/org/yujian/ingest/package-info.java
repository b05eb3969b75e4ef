/**
 * Documents in: bytes become healed articles (design section 7).
 *
 * <p>{@link org.yujian.ingest.Healer} is the whole of it for others: decoding ({@code
 * DocumentDecoder}), reading lines or Markdown ({@code TextReader}, {@code MarkdownSource} with the
 * desk's reader), setting aside what is no text ({@code Particulars}), finding articles ({@code
 * ArticleSplitter}), joining what was cut ({@code ArticleHealer}, with {@code Shape}, {@code
 * Verse}, {@code Seam}), taking the byline ({@code Byline}), building blocks ({@code BodyBuilder}),
 * telling what was seen ({@code Findings}). All of that is pure and runs before any transaction
 * opens.
 *
 * <p>Decisions and their price: the rules look at one line and its neighbours, never at meaning, so
 * an editor can foresee them; a cut that falls exactly behind a sentence end is therefore not seen.
 * What rule 4a lets stand alone is not joined even when it was cut, unless it ends in a pause.
 *
 * <p>Findings of Markdown beside those of design section 7: {@code front-matter.title}, {@code
 * .author}, {@code .date}, {@code .tags}, {@code .tag-unknown} and {@code .ignored} (what stands
 * before the text), {@code picture.external} (shown from another server) and {@code
 * picture.missing} (left out), {@code link.dropped} (an address that a link may not have) and
 * {@code markup.dropped} (words that no body may hold).
 */
package org.yujian.ingest;
