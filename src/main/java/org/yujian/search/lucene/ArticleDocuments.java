package org.yujian.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexedArticle;

/**
 * Makes the Lucene document of an article. For one thread; a document has to be written before the
 * next one is made, because its token streams are used again.
 */
final class ArticleDocuments {
  private static final FieldType SINGLE = gramType(IndexOptions.DOCS);
  private static final FieldType PAIRS = gramType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private final List<TextFields> fields = new ArrayList<>();

  ArticleDocuments() {
    for (IndexField field : IndexField.values()) {
      fields.add(
          new TextFields(
              field,
              new GramTokenStream(false),
              new GramTokenStream(true),
              Fields.words(field),
              Fields.sounds(field)));
    }
  }

  Document of(IndexedArticle article) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, Fields.bytes(article.id()), Store.NO));
    document.add(new BinaryDocValuesField(Fields.ID, Fields.bytes(article.id())));
    document.add(new LongPoint(Fields.ORDER, article.feedOrder()));
    document.add(new NumericDocValuesField(Fields.ORDER, article.feedOrder()));
    document.add(new StringField(Fields.ACCOUNT, Fields.bytes(article.account()), Store.NO));
    article
        .tags()
        .forEach(tag -> document.add(new StringField(Fields.TAG, Fields.bytes(tag), Store.NO)));
    for (TextFields field : fields) {
      FieldText text = article.texts().get(field.of());
      if (text != null) {
        field.addTo(document, text);
      }
    }
    return document;
  }

  private static FieldType gramType(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  private record TextFields(
      IndexField of, GramTokenStream single, GramTokenStream pairs, String words, String sounds) {

    void addTo(Document document, FieldText text) {
      document.add(new Field(Fields.single(of), single.of(text.folded()), SINGLE));
      document.add(new Field(Fields.pairs(of), pairs.of(text.folded()), PAIRS));
      text.words().forEach(word -> document.add(new StringField(words, word, Store.NO)));
      text.sounds().forEach(sound -> document.add(new StringField(sounds, sound, Store.NO)));
    }
  }
}
