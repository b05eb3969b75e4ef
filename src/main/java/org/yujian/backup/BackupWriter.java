package org.yujian.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.UnfinishedRestore;
import org.yujian.media.storage.PictureStorage;
import org.yujian.shared.files.DurableFiles;
import org.yujian.shared.files.FileFailure;
import org.yujian.shared.files.OwnerFile;

/**
 * Makes a backup beside a running program: one snapshot of all tables, then the files of the
 * pictures in it. Used by the command {@code backup} and by {@link NightlyBackup}.
 */
public final class BackupWriter {
  private static final String NOW =
      "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
  private static final String PICTURES = "select key from picture where purged_at is null";
  private static final int BUFFER = 1 << 16;

  private final DatabaseAccess access;
  private final PictureStorage storage;
  private final String program;
  private final Progress progress;

  /**
   * @param storage where the pictures are; only read
   * @param program version of this program
   * @param console receives a line now and then
   */
  public BackupWriter(
      DatabaseAccess access, PictureStorage storage, String program, Consumer<String> console) {
    this.access = access;
    this.storage = storage;
    this.program = program;
    this.progress = new Progress(console);
  }

  /**
   * Writes a file that only its owner may read, and the folders that it needs. It gets its name
   * when it is complete and on disk.
   *
   * @throws BackupFailure when a file of that name exists, or cannot be written
   */
  public void write(Path file) throws SQLException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new BackupFailure(file + " exists already.\nName another file, or delete that one.");
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    boolean complete = false;
    try {
      OwnerFile.createFolders(target.getParent());
      OwnerFile.create(part);
      Manifest manifest = writeTo(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      complete = true;
      DurableFiles.syncFolder(target.getParent());
      report(file, manifest, Files.size(target));
    } catch (IOException e) {
      throw new BackupFailure(
          "The backup cannot be written to " + file + ": " + FileFailure.reason(e) + ".", e);
    } finally {
      if (!complete) {
        delete(part);
      }
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The next backup to this file deletes it.
      return;
    }
  }

  private Manifest writeTo(Path part) throws IOException, SQLException {
    try (BackupConnection connection = BackupConnection.open(access);
        FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      SealedOutput sealed = new SealedOutput(buffered);
      ZipOutputStream zip = new ZipOutputStream(sealed, StandardCharsets.UTF_8);
      zip.setComment(SealedOutput.PLACEHOLDER);
      Manifest manifest = content(connection, zip);
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
      zip.closeEntry();
      zip.finish();
      sealed.seal();
      buffered.flush();
      channel.force(true);
      return manifest;
    }
  }

  private Manifest content(BackupConnection connection, ZipOutputStream zip)
      throws IOException, SQLException {
    connection.beginSnapshot();
    Schema schema = new Schema(connection);
    String createdAt = connection.text(NOW);
    if (!schema.has(Schema.HISTORY)) {
      throw new BackupFailure("The database has no tables of Yujian yet.");
    }
    if (schema.has(UnfinishedRestore.TABLE)) {
      throw new BackupFailure(
          "A restore into this database was interrupted. Run the restore once more before a backup.");
    }
    String version = schema.version();
    Map<String, List<String>> columns = schema.tables();
    connection.run(
        columns.keySet().stream()
            .map(BackupConnection::quoted)
            .collect(Collectors.joining(", ", "lock table ", " in access share mode")));
    progress.say("Backing up " + columns.size() + " tables (schema " + version + ")...");
    List<Manifest.Table> tables = tables(schema, columns, zip);
    List<Manifest.Sequence> sequences = schema.sequences();
    boolean pictures = columns.containsKey("picture");
    Set<String> keys = new HashSet<>(pictures ? connection.texts(PICTURES) : List.of());
    connection.commit();
    progress.say("Backing up " + keys.size() + " pictures...");
    return new Manifest(
        Manifest.FORMAT, program, version, createdAt, tables, sequences, pictures(keys, zip));
  }

  private List<Manifest.Table> tables(
      Schema schema, Map<String, List<String>> columns, ZipOutputStream zip)
      throws IOException, SQLException {
    List<Manifest.Table> tables = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : columns.entrySet()) {
      String name = each.getKey();
      zip.putNextEntry(new ZipEntry("tables/" + name + ".copy"));
      tables.add(schema.copyOut(name, each.getValue(), progress.through(zip, name)));
      zip.closeEntry();
    }
    return tables;
  }

  /** Stored without compression, which pictures have already. */
  private Manifest.Pictures pictures(Set<String> keys, ZipOutputStream zip) throws IOException {
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry(Manifest.PICTURES_ENTRY));
    Manifest.Pictures written = new PictureArchive(progress).write(storage, keys, zip);
    zip.closeEntry();
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    keys.stream().sorted().limit(10).forEach(key -> progress.say("  Missing picture: " + key));
    return written;
  }

  private void report(Path file, Manifest manifest, long bytes) {
    if (manifest.pictures().missing() > 0) {
      progress.say(
          "Warning: the originals of "
              + manifest.pictures().missing()
              + " pictures are missing in the storage, and so in the backup.");
    }
    progress.say("The backup is complete: " + file + ", " + bytes + " bytes.");
    progress.say("It was " + manifest.summary() + ".");
  }
}
