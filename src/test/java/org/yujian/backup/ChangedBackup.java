package org.yujian.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Backups with a right seal and another content, as another release would make them. */
final class ChangedBackup {
  private ChangedBackup() {}

  static Path withManifest(Path file, String text, String replacement) throws IOException {
    return with(file, Manifest.ENTRY, text, replacement);
  }

  /** A copy in which a text of an entry is replaced; null leaves the entry out. */
  static Path with(Path file, String name, String text, String replacement) throws IOException {
    Path changed = file.resolveSibling(file.getFileName() + "." + Math.abs(text.hashCode()));
    try (ZipFile zip = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(changed)) {
      SealedOutput sealed = new SealedOutput(out);
      ZipOutputStream copy = new ZipOutputStream(sealed, StandardCharsets.UTF_8);
      copy.setComment(SealedOutput.PLACEHOLDER);
      for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
        ZipEntry entry = each.nextElement();
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        if (!entry.getName().equals(name)) {
          add(copy, entry.getName(), bytes);
        } else if (replacement != null) {
          String before = new String(bytes, StandardCharsets.ISO_8859_1);
          byte[] after = before.replace(text, replacement).getBytes(StandardCharsets.ISO_8859_1);
          add(copy, name, after);
        }
      }
      copy.finish();
      sealed.seal();
    }
    return changed;
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
