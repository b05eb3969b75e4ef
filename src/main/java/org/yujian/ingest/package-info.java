/**
 * Documents in: bytes become healed articles (design section 7).
 *
 * <p>{@link org.yujian.ingest.Healer} is the entry point: decoding ({@code DocumentDecoder}),
 * reading lines or Markdown ({@code TextReader}, {@code MarkdownSource} with the desk's reader),
 * setting aside what is no text ({@code Particulars}), page numbers and running heads ({@code
 * PageFurniture}, {@code PageNumbers}), finding articles ({@code ArticleSplitter}), joining what
 * was cut ({@code ArticleHealer}), taking the byline ({@code Byline}), building blocks ({@code
 * BodyBuilder}), reporting ({@code Findings}). All of that is pure and runs before any transaction
 * opens.
 *
 * <p>{@code LineKinds} decides what a line is: {@code Verse} and {@code Rows} mark runs of lines
 * first, {@code Shape}, {@code Label}, {@code Formula} and {@code Enumeration} look at one line,
 * {@code ListMemory} knows the lists so far, {@code ItemTail} recognises the rest of a cut item,
 * {@code LoneLine} tells short complete lines from cut ones by {@code Tear} and {@code PageLayout},
 * and {@code Ahead} gives the lines that follow.
 *
 * <p>Decisions and their price:
 *
 * <ul>
 *   <li>The rules look at one line and its neighbours, never at meaning, so an editor can foresee
 *       them; a cut that falls exactly behind a sentence end is therefore not seen. Page furniture
 *       is the only rule that looks at the whole document.
 *   <li>What rule 4a lets stand alone is not joined even when it was cut, unless it ends in a
 *       pause, in a word that needs another one, or inside a word of ICU's dictionary.
 *   <li>Rule 4b: a line of up to 60 columns without punctuation goes on only where it shows a sign
 *       of a cut: inside a word, number, date or address, at the width of the page, before the few
 *       words that end a sentence, or when it begins as sentences do. Documents of other people
 *       hold three lines that stand alone for each that was cut; the price is that a few words cut
 *       off before a picture are taken for a heading (10 of 1,000 joins).
 *   <li>Where a line can be the rest of the last list item or the paragraph behind the list, the
 *       list's own punctuation and the words that open paragraphs ({@code Opening}) decide.
 *   <li>Page furniture leaves the text only with the finding {@code page-furniture.removed}; text
 *       before the first title only with {@code document.preamble}. Both name what was left out.
 *   <li>{@code Body.RULES} is the number of the rule set and rises with every change of the text
 *       that a document gives. Articles of older imports stay as they are. The same file imported
 *       again then updates the draft; a published article of the same title is updated when half
 *       its lines or all its characters are the same, and otherwise a new article is made with
 *       {@code article.same-title}.
 * </ul>
 *
 * <p>Findings of Markdown beside those of design section 7: {@code front-matter.title}, {@code
 * .author}, {@code .date}, {@code .tags}, {@code .tag-unknown} and {@code .ignored} (what stands
 * before the text), {@code picture.external} (shown from another server) and {@code
 * picture.missing} (left out), {@code link.dropped} (an address that a link may not have) and
 * {@code markup.dropped} (words that no body may hold).
 */
package org.yujian.ingest;
