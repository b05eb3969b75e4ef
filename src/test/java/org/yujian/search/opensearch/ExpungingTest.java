package org.yujian.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexGenerator;
import org.yujian.search.index.IndexedArticle;
import org.yujian.testing.Seed;

/**
 * Words of removed articles are in no file of OpenSearch after expunging, even while others write.
 */
class ExpungingTest {
  private static final String PREFIX = "expunged";
  private static final UUID SECRET = new UUID(1, 1);
  private static final List<String> TERMS = List.of("𪚥𩇔", "zyxsecretword", "zyxmiyu");
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final Random random = Seed.random("ExpungingTest");
  private final IndexGenerator generator = new IndexGenerator(random, 300);
  private OpenSearchProcess server;

  @BeforeEach
  void start() {
    server = OpenSearchProcess.running();
  }

  @AfterEach
  void clear() {
    if (server != null) {
      server.clear(PREFIX);
    }
  }

  private IndexGeneration node() {
    return new OpenSearchIndex(server.access(PREFIX), Duration.ZERO).open("one");
  }

  @Test
  void noByteOfARemovedArticleIsLeft() throws IOException {
    IndexGeneration node = node();
    write(node, 10);
    FieldText text =
        new FieldText("中" + TERMS.get(0) + "国", List.of(TERMS.get(1)), List.of(TERMS.get(2)));
    IndexedArticle article =
        new IndexedArticle(SECRET, 1, 5, new UUID(8, 1), List.of(), Map.of(IndexField.TEXT, text));
    node.write(new IndexBatch(List.of(article), Map.of()));
    write(node, 10);
    new OpenSearchHttp(server.url(), null, null).ok("POST", "/" + PREFIX + ".one/_flush", null);
    assertThat(left()).containsExactlyInAnyOrderElementsOf(TERMS);
    node.write(new IndexBatch(List.of(), Map.of(SECRET, 2L)));
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> keepWriting(stop));
    try {
      node.expunge();
    } finally {
      stop.set(true);
      other.join();
    }
    assertThat(left()).isEmpty();
  }

  private void keepWriting(AtomicBoolean stop) {
    IndexGeneration other = node();
    while (!stop.get()) {
      write(other, 1);
      LockSupport.parkNanos(PAUSE);
    }
  }

  private void write(IndexGeneration to, int batches) {
    for (int i = 0; i < batches; i++) {
      to.write(generator.batch(30));
      if (i % 3 == 0) {
        to.refresh();
      }
    }
    to.refresh();
  }

  /** Terms that are in a file; Lucene may leave out a beginning that terms share. */
  private Set<String> left() throws IOException {
    Set<String> left = new HashSet<>();
    try (Stream<Path> files = Files.walk(server.indexFiles())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = content(file);
        for (String term : TERMS) {
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

  /** A merge may delete a file meanwhile. */
  private static String content(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException gone) {
      return "";
    }
  }
}
