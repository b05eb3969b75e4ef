package org.yujian.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.SearchIndex;

/**
 * Search in this process, with files in a folder of this machine that no other process may use at
 * the same time. Each generation has a folder of its own in it.
 */
public final class LuceneIndex implements SearchIndex {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");

  private final Path folder;
  private final double ramMegabytes;
  private final Opener opener;
  private final Map<String, LuceneGeneration> generations = new HashMap<>();

  /**
   * @param folder made where it does not exist
   * @param ramMegabytes heap that changes may take in each generation before they are written to a
   *     file
   * @throws IndexUnavailable when the folder cannot be made
   */
  public LuceneIndex(Path folder, double ramMegabytes) {
    // Mapped files would count as memory of the process on machines that limit it.
    this(folder, ramMegabytes, NIOFSDirectory::new);
  }

  LuceneIndex(Path folder, double ramMegabytes, Opener opener) {
    this.folder = folder;
    this.ramMegabytes = ramMegabytes;
    this.opener = opener;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IndexUnavailable("The folder of the search index cannot be made", e);
    }
  }

  @Override
  public Set<String> names() {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new IndexUnavailable("The folder of the search index cannot be read", e);
    }
  }

  @Override
  public synchronized IndexGeneration open(String name) {
    Path path = path(name);
    LuceneGeneration there = generations.get(name);
    if (there != null) {
      return there;
    }
    try {
      LuceneGeneration opened = open(name, opener.open(path));
      generations.put(name, opened);
      return opened;
    } catch (IOException e) {
      throw new IndexUnavailable("The search index " + name + " cannot be opened", e);
    }
  }

  @Override
  public synchronized void delete(String name) {
    Path path = path(name);
    try {
      LuceneGeneration open = generations.remove(name);
      if (open != null) {
        open.close();
      }
      if (Files.exists(path)) {
        IOUtils.rm(path);
      }
    } catch (IOException e) {
      throw new IndexUnavailable("The search index " + name + " cannot be deleted", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      IOUtils.close(generations.values());
    } catch (IOException e) {
      throw new IndexUnavailable("The search index cannot be closed", e);
    } finally {
      generations.clear();
    }
  }

  private LuceneGeneration open(String name, Directory directory) throws IOException {
    try {
      return new LuceneGeneration(name, new GenerationFiles(name, directory, ramMegabytes));
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  private Path path(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No name of a generation: " + name);
    }
    return folder.resolve(name);
  }

  /** Opens a folder as Lucene's. */
  interface Opener {
    Directory open(Path path) throws IOException;
  }
}
