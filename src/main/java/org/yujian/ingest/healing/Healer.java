package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yujian.body.Body;
import org.yujian.body.Loss;
import org.yujian.document.DocReader;
import org.yujian.document.DocumentDecoder;
import org.yujian.document.DocumentReader;
import org.yujian.document.DocumentRefused;
import org.yujian.document.DocxReader;
import org.yujian.document.HtmlDocument;
import org.yujian.document.OdtReader;
import org.yujian.document.PdfText;
import org.yujian.document.ZipArchive;
import org.yujian.document.ZipDocument;
import org.yujian.ingest.healing.Passage.Kind;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Turns a document's bytes into healed articles ({@code docs/decisions/12-healing.md}). No clock
 * and no database; the same bytes always give the same result. Time and memory grow only with the
 * size of the file.
 */
public final class Healer {

  /** Articles of a document that one transaction can store and publish in a few seconds. */
  static final int MOST_ARTICLES = 200;

  private final Predicate<String> undone;
  private final Findings findings = new Findings();

  private Healer(Predicate<String> undone) {
    this.undone = undone;
  }

  /**
   * @param undone whether an editor of the account undid the join with this key
   * @throws DocumentRefused when the bytes cannot become articles
   */
  public static Document heal(byte[] bytes, DocumentFormat format, Predicate<String> undone) {
    return switch (format) {
      case ZIP -> readZip(bytes, undone);
      case PDF -> readPdf(bytes, undone);
      case DOCX -> read(new DocxReader(), bytes, undone);
      case DOC -> read(new DocReader(), bytes, undone);
      case ODT -> read(new OdtReader(), bytes, undone);
      case HTML -> read(new HtmlDocument(), bytes, undone);
      case MARKDOWN -> readText(text -> MarkdownSource.read(text, none -> null), bytes, undone);
      case TEXT -> readText(TextReader::read, bytes, undone);
    };
  }

  private static Document readZip(byte[] bytes, Predicate<String> undone) {
    ZipDocument zip = ZipArchive.only(bytes);
    DocumentFormat format = DocumentFormat.of(zip.name(), zip.bytes());
    return switch (format) {
      case HTML -> read(zip.html(), zip.bytes(), undone);
      case MARKDOWN ->
          readText(
              text -> MarkdownSource.read(text, zip::picture).with(zip.taken()),
              zip.bytes(),
              undone);
      case TEXT ->
          readText(
              text -> TextReader.read(text).named(zip::picture).with(zip.taken()),
              zip.bytes(),
              undone);
      case ZIP ->
          throw new DocumentRefused(
              DocumentRefused.UNSUPPORTED,
              "The ZIP file holds another archive. Unpack that one and upload its files.");
      default -> heal(zip.bytes(), format, undone);
    };
  }

  private static Document readText(
      Function<String, Source> reader, byte[] bytes, Predicate<String> undone) {
    DocumentDecoder.Decoded decoded = DocumentDecoder.decode(bytes);
    return new Healer(undone).document(decoded.charset(), reader.apply(decoded.text()));
  }

  private static Document readPdf(byte[] bytes, Predicate<String> undone) {
    PdfText pdf = PdfText.read(bytes);
    Source lines = TextReader.read(pdf.text());
    List<Loss> losses = new ArrayList<>(List.of(new Loss("pdf.lines", 1, "", null)));
    if (pdf.pictures()) {
      losses.add(new Loss("picture.left-out", 1, "", null));
    }
    Source source = new Source(lines.lines(), lines.noted(), losses, null, List.of());
    return new Healer(undone).document("UTF-8", source);
  }

  private static Document read(DocumentReader reader, byte[] bytes, Predicate<String> undone) {
    DocumentReader.Result result = reader.read(bytes);
    RawLines.Noted nothing = new RawLines.Noted(List.of(), List.of());
    Source source = BlockSource.of(result.reading(), nothing, true).with(result.pictures());
    if (source.lines().isEmpty()) {
      throw new DocumentRefused(DocumentRefused.EMPTY, "The document holds no text.");
    }
    return new Healer(undone).document(result.charset(), source);
  }

  private Document document(String charset, Source source) {
    Particulars particulars = Particulars.of(source);
    ArticleSplitter split = new ArticleSplitter(PageFurniture.mark(particulars.lines()));
    refuseTooMany(split.articles());
    findings.ofSource(source, split.mentions());
    findings.ofPreamble(split.preamble());
    particulars.tell(findings, split.articles());
    List<HealedArticle> articles = new ArrayList<>();
    for (ArticleSource article : split.articles()) {
      articles.add(article(articles.size() + 1, article, particulars));
    }
    if (articles.isEmpty()) {
      findings.noArticle();
    }
    return new Document(
        charset,
        articles,
        split.mentions(),
        particulars.tags(),
        List.copyOf(findings.all()),
        source.pictures());
  }

  private HealedArticle article(int index, ArticleSource source, Particulars particulars) {
    refuseTooLong(source);
    findings.ofTitles(index, source);
    findings.ofFurniture(index, source.body());
    List<Passage> passages = new ArticleHealer(source.body(), undone).heal();
    Byline byline = Byline.takeFrom(passages);
    findings.ofByline(index, byline);
    List<Join> joins = report(index, passages);
    Body body = BodyBuilder.build(passages);
    HealedArticle healed =
        new HealedArticle(
            source.line(),
            source.title(),
            source.titleGuessed(),
            source.subtitle(),
            byline == null ? particulars.source() : byline.source(),
            particulars.author(),
            body,
            joins);
    findings.ofArticle(index, source.line(), healed);
    return healed;
  }

  private static void refuseTooMany(List<ArticleSource> articles) {
    if (articles.size() > MOST_ARTICLES) {
      throw new DocumentRefused(
          DocumentRefused.TOO_MANY_ARTICLES,
          "The document holds " + articles.size() + " articles.",
          MOST_ARTICLES);
    }
  }

  private static void refuseTooLong(ArticleSource source) {
    long characters = source.body().stream().mapToLong(line -> Glyph.length(line.text())).sum();
    if (characters > DocumentRefused.MAX_BODY) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG,
          "An article's body holds " + characters + " characters.",
          DocumentRefused.MAX_BODY);
    }
  }

  /** Reports joins, guessed headings and dates with their line numbers. */
  private List<Join> report(int article, List<Passage> passages) {
    List<Join> joins = new ArrayList<>();
    int paragraph = 0;
    for (Passage passage : passages) {
      if (passage.kind() == Kind.PICTURE) {
        continue;
      }
      paragraph++;
      int line = passage.first().line();
      for (Join join : passage.joins()) {
        Join placed = join.inParagraph(paragraph);
        joins.add(placed);
        findings.ofJoin(article, placed);
      }
      if (passage.kind() == Kind.HEADING && passage.first().form() == Form.TEXT) {
        findings.ofHeading(article, paragraph, line);
      }
      findings.ofDates(article, paragraph, line, passage.text());
    }
    return List.copyOf(joins);
  }
}
