package org.yujian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.database.DatabaseAccess;
import org.yujian.media.storage.PictureStorage;
import org.yujian.testing.Folders;
import org.yujian.testing.Seed;

/** What is restored equals the snapshot of the backup; everything else is refused. */
class BackupTest {
  private static final Path FILES = Folders.empty("backup-files");
  private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String NEWER_LOG = "change_state";

  private static BackupDatabase server;

  @BeforeAll
  static void start() throws InterruptedException {
    server = new BackupDatabase(Folders.empty("backup-server"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Path write(DatabaseAccess access, PictureStorage pictures, String name)
      throws Exception {
    Path file = FILES.resolve(name);
    new BackupWriter(access, pictures, "0.7.0", System.out::println).write(file);
    return file;
  }

  private static void restore(Path file, DatabaseAccess access, PictureStorage pictures)
      throws Exception {
    try (BackupFile backup = BackupFile.open(file, System.out::println)) {
      backup.verify();
      new Restore(access, pictures, System.out::println).run(backup);
    }
  }

  private static void picture(DatabaseAccess access) throws Exception {
    server.change(
        access,
        """
        insert into picture values (?, 'x', 'image/png', 3, 1, 1, '{1}', '{}', false, '', '',
          null, now(), null)
        """,
        KEY);
  }

  private static MemoryStorage pictures() {
    MemoryStorage pictures = new MemoryStorage();
    pictures.put(KEY + "/original", new byte[] {0, '\n', (byte) 0xFF});
    pictures.put(KEY + "/320.webp", new byte[100_000]);
    pictures.put("BBBBBBBBBBBBBBBBBBBBBB/original", new byte[] {1});
    return pictures;
  }

  @Test
  void missingFoldersAreMadeForTheOwnerOnly() throws Exception {
    DatabaseAccess source = server.filled("folders", true);
    Path file = write(source, pictures(), "missing/deeper/folders.zip");
    assertThat(file).exists();
    for (Path folder : List.of(file.getParent(), file.getParent().getParent())) {
      assertThat(Files.getPosixFilePermissions(folder))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
    assertThatThrownBy(() -> write(source, pictures(), "missing/deeper/folders.zip/other.zip"))
        .isInstanceOf(BackupFailure.class)
        .hasMessage(
            "The backup cannot be written to %s/other.zip: %s is a file, not a folder.",
            file, file);
  }

  @Test
  void aRestoredDatabaseEqualsTheSnapshotInSpiteOfWriters() throws Exception {
    DatabaseAccess source = server.filled("writers", true);
    picture(source);
    Map<String, String> before = BackupDatabase.content(source);
    Path file = FILES.resolve("writers.zip");
    // The first line comes when the snapshot is taken and no table is read.
    new BackupWriter(source, pictures(), "0.7.0", line -> changeWhile(line, source)).write(file);
    assertThat(BackupDatabase.content(source)).isNotEqualTo(before);

    DatabaseAccess target = server.create("writers_restored");
    MemoryStorage restored = new MemoryStorage();
    restore(file, target, restored);
    Map<String, String> after = BackupDatabase.content(target);
    assertThat(after.remove(NEWER_LOG)).isNotEqualTo(before.remove(NEWER_LOG));
    assertThat(after).isEqualTo(before);
    assertThat(restored.files).containsOnlyKeys(KEY + "/original", KEY + "/320.webp");
    pictures()
        .files
        .forEach(
            (name, bytes) -> {
              if (name.startsWith(KEY)) {
                assertThat(restored.files.get(name)).isEqualTo(bytes);
              }
            });
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static void changeWhile(String line, DatabaseAccess source) {
    if (line.startsWith("Backing up") && line.contains("tables")) {
      try {
        server.change(source, "update account set version = version + 1");
        server.change(source, "delete from change where seq = (select max(seq) from change)");
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void theBackupOfAnEarlierReleaseIsMigrated() throws Exception {
    DatabaseAccess source = server.filled("earlier", false);
    Path file = write(source, new MemoryStorage(), "earlier.zip");
    DatabaseAccess target = server.create("earlier_restored");
    restore(file, target, new MemoryStorage());
    DatabaseAccess migrated = server.filled("earlier_migrated", true);
    String versions = "select version || ' ' || checksum from flyway_schema_history order by 1";
    assertThat(BackupDatabase.texts(target, versions))
        .isEqualTo(BackupDatabase.texts(migrated, versions));
    String objects =
        """
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace
        union all select pg_get_indexdef(indexrelid) from pg_index
          where indrelid::regclass::text in (select tablename from pg_tables
            where schemaname = 'public')
        union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger
          where not tgisinternal
        order by 1
        """;
    assertThat(BackupDatabase.texts(target, objects))
        .isEqualTo(BackupDatabase.texts(migrated, objects));
  }

  @Test
  void hostileTextComesBackAsItWas() throws Exception {
    DatabaseAccess source = server.filled("hostile", true);
    Random random = Seed.random("hostileTextComesBackAsItWas");
    StringBuilder text =
        new StringBuilder("\\.\n\\N\t\r\b\f\u000b\\\\x41 \u0001\u007f\u0085\u2028 🏮\\");
    random
        .ints(2_000, 1, 0x11000)
        .filter(one -> one < 0xD800 || one > 0xDFFF)
        .forEach(text::appendCodePoint);
    server.change(source, "update article set internal_note = ?", text.toString());
    DatabaseAccess target = server.create("hostile_restored");
    restore(write(source, new MemoryStorage(), "hostile.zip"), target, new MemoryStorage());
    assertThat(BackupDatabase.texts(target, "select distinct internal_note from article"))
        .containsExactly(text.toString());
  }

  @Test
  void aDatabaseThatIsNotEmptyStaysAsItIs() throws Exception {
    DatabaseAccess source = server.filled("busy", true);
    Path file = write(source, new MemoryStorage(), "busy.zip");
    Map<String, String> before = BackupDatabase.content(source);
    assertThatThrownBy(() -> restore(file, source, new MemoryStorage()))
        .isInstanceOf(BackupFailure.class)
        .hasMessageStartingWith("The database is not empty; nothing was changed.");
    assertThat(BackupDatabase.content(source)).isEqualTo(before);
    assertThatThrownBy(() -> write(source, new MemoryStorage(), "busy.zip"))
        .hasMessageContaining("busy.zip exists already");
  }

  @Test
  void anInterruptedRestoreIsRefusedAndRepeated() throws Exception {
    DatabaseAccess source = server.filled("interrupted", true);
    picture(source);
    Path file = write(source, pictures(), "interrupted.zip");
    DatabaseAccess target = server.create("interrupted_restored");
    PictureStorage full = new FullStorage();
    assertThatThrownBy(() -> restore(file, target, full)).hasMessage("full");
    assertThatThrownBy(() -> write(target, full, "half.zip"))
        .hasMessageStartingWith("A restore into this database was interrupted");
    assertThat(FILES.resolve("half.zip.part")).doesNotExist();
    MemoryStorage restored = new MemoryStorage();
    restore(file, target, restored);
    assertThat(restored.files).hasSize(2);
    Map<String, String> before = BackupDatabase.content(source);
    Map<String, String> after = BackupDatabase.content(target);
    assertThat(after.remove(NEWER_LOG)).isNotEqualTo(before.remove(NEWER_LOG));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void theBackupOfANewerSchemaIsRefused() throws Exception {
    DatabaseAccess source = server.filled("newer", true);
    Path file = write(source, new MemoryStorage(), "newer.zip");
    Path newer = ChangedBackup.withManifest(file, "\"schema\" : \"", "\"schema\" : \"99");
    DatabaseAccess target = server.create("newer_restored");
    assertThatThrownBy(() -> restore(newer, target, new MemoryStorage()))
        .hasMessageStartingWith("The backup was made by a newer Yujian (0.7.0, schema 99");
    assertThat(BackupDatabase.content(target)).isEmpty();
  }
}
