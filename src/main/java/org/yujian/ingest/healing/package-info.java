/**
 * Healing: the bytes of a document become articles with whole sentences. No database, no HTTP.
 *
 * <p>{@link org.yujian.ingest.healing.Healer} runs the steps: decode ({@code DocumentDecoder}),
 * read lines ({@code TextReader}) or blocks ({@code MarkdownSource} and the readers of {@code
 * document}; {@code BlockSource} makes lines of blocks), take out what is no text ({@code
 * Particulars}), mark page furniture, which is page numbers and running heads ({@code
 * PageFurniture}), split into articles ({@code ArticleSplitter}), rejoin cut lines ({@code
 * ArticleHealer}), remove the byline ({@code Byline}), build blocks ({@code BodyBuilder}), report
 * ({@code Findings}). All steps run before a transaction opens.
 *
 * <p>Numbers of the rules, as tests use them: 1 decode and split into lines; 2 lines that say whom
 * to follow; 3 titles; 4 join cut lines (4a which lines are separate blocks, 4b short lines); 5
 * text between joined halves; 6 byline; 7 dates without a year; 8 uncertain and undone joins.
 *
 * <p>{@code LineKinds} classifies a line: {@code Verse} and {@code Rows} mark runs of lines first;
 * {@code Shape}, {@code Label}, {@code Formula} and {@code Enumeration} test one line; {@code
 * ListMemory} tracks the lists so far; {@code ItemTail} recognizes the rest of a cut item; {@code
 * LoneLine} distinguishes short complete lines from cut ones by {@code Tear} and {@code
 * PageLayout}; {@code Ahead} finds the lines that follow.
 *
 * <p>Decisions and their price (see {@code docs/decisions/12-healing.md}):
 *
 * <ul>
 *   <li>The rules use one line and its neighbors, never meaning, so an editor can foresee the
 *       result. Price: a cut directly after the end of a sentence is not detected.
 *   <li>A line that looks like a separate block is not joined even when it was cut, unless it ends
 *       in a pause, in a word that needs another one, or inside a word of ICU's dictionary.
 *   <li>A line of up to 60 columns without punctuation continues only with a sign of a cut: inside
 *       a word, number, date or address, at the width of the page, before the few words that end a
 *       sentence, or when it begins like a sentence. Real documents have three complete short lines
 *       for each cut one. Price: a few words cut off before a picture become a heading (10 of 1,000
 *       joins).
 *   <li>Where a line can be the rest of the last list item or the paragraph after the list, the
 *       list's own punctuation and the words that open paragraphs ({@code Opening}) decide.
 *   <li>Page furniture is removed only with the finding {@code page-furniture.removed}, text before
 *       the first title only with {@code document.preamble}. Both contain the removed text.
 *   <li>{@code Body.RULES} is the version of the rule set. It rises with every change of the text
 *       that a document gives. Articles of older imports do not change. Importing the same file
 *       again then updates the draft. A published article with the same title is updated when half
 *       of its lines or all of its characters are the same; otherwise a new article is created with
 *       {@code article.same-title}.
 * </ul>
 *
 * <p>Findings that only Markdown can have: {@code front-matter.title}, {@code .author}, {@code
 * .date}, {@code .tags}, {@code .tag-unknown} and {@code .ignored}, {@code picture.external} (shown
 * from another server) and {@code picture.missing} (left out), {@code link.dropped} (an address
 * that links may not have) and {@code markup.dropped} (words that no body may contain). For files
 * of offices and HTML: {@code tracked-changes}, {@code hidden-text}, {@code footnotes}, {@code
 * text-box}, {@code embedded-object} and {@code picture.left-out}. For PDF: {@code pdf.lines}.
 */
package org.yujian.ingest.healing;
