package org.yujian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yujian.search.index.Clause;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexGenerator;
import org.yujian.search.index.IndexedArticle;
import org.yujian.testing.Seed;

/** Words of removed and replaced articles are in no file after expunging. */
class ExpungeTest {
  private static final UUID SECRET = new UUID(1, 1);
  private static final String PAIR = "𪚥𩇔";
  private static final String WORD = "zyxsecretword";
  private static final String SOUND = "zyxmiyu";
  private static final List<Clause> CLAUSES =
      List.of(
          new Clause.Contains(IndexField.TEXT, PAIR),
          new Clause.Contains(IndexField.TEXT, PAIR.substring(2)),
          new Clause.Word(IndexField.TEXT, WORD),
          new Clause.Sound(IndexField.TEXT, SOUND));

  @TempDir private Path folder;
  private final Random random = Seed.random("ExpungeTest");
  private final IndexGenerator generator = new IndexGenerator(random, 300);
  private LuceneIndex index;
  private IndexGeneration generation;

  @BeforeEach
  void open() {
    index = new LuceneIndex(folder, 1, path -> new NoSyncDirectory(new NIOFSDirectory(path)));
    generation = index.open("expunged");
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void noByteOfARemovedArticleIsLeft() throws IOException {
    writeSecret();
    generation.write(new IndexBatch(List.of(), Map.of(SECRET, 2L)));
    assertNothingLeftAfterExpunging();
  }

  @Test
  void noByteOfAReplacedArticleIsLeft() throws IOException {
    writeSecret();
    generation.write(new IndexBatch(List.of(generator.article(SECRET)), Map.of()));
    assertNothingLeftAfterExpunging();
  }

  /** Among so few removals that no ordinary merge would care. */
  private void writeSecret() throws IOException {
    write(10);
    FieldText text = new FieldText("中" + PAIR + "国", List.of(WORD), List.of(SOUND));
    IndexedArticle article =
        new IndexedArticle(SECRET, 1, 5, new UUID(8, 1), List.of(), Map.of(IndexField.TEXT, text));
    generation.write(new IndexBatch(List.of(article), Map.of()));
    write(10);
    generation.commit("1");
    assertThat(left()).hasSize(3);
    assertThat(generation.frequencies(CLAUSES)).isEqualTo(List.of(1L, 1L, 1L, 1L));
  }

  private void write(int batches) {
    for (int i = 0; i < batches; i++) {
      generation.write(generator.batch(30));
      if (i % 3 == 0) {
        generation.refresh();
      }
    }
    generation.refresh();
  }

  private void assertNothingLeftAfterExpunging() throws IOException {
    generation.commit("2");
    generation.expunge();
    assertThat(left()).isEmpty();
    assertThat(generation.frequencies(CLAUSES)).isEqualTo(List.of(0L, 0L, 0L, 0L));
    assertThat(generation.position()).contains("2");
  }

  /** Terms that are in a file; Lucene may leave out a beginning that terms share. */
  private Set<String> left() throws IOException {
    Set<String> left = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String term : List.of(PAIR, WORD, SOUND)) {
          byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
          byte[] end = Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length);
          if (content.contains(new String(end, StandardCharsets.ISO_8859_1))) {
            left.add(term);
          }
        }
      }
    }
    return left;
  }
}
