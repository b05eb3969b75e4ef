package org.yujian.ingest;

/** Cleans the names of uploaded files, for reports and for recognizing the format. */
final class FileNames {

  private static final String NAMELESS = "document.txt";
  private static final int LONGEST = 200;

  private FileNames() {}

  /** The last part of a path, cleaned; at most its last 200 characters, to keep the extension. */
  static String of(String sent) {
    if (sent == null) {
      return NAMELESS;
    }
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    int[] seen = last.codePoints().filter(FileNames::isShown).toArray();
    int from = Math.max(0, seen.length - LONGEST);
    String name = new String(seen, from, seen.length - from).strip();
    return name.isEmpty() ? NAMELESS : name;
  }

  private static boolean isShown(int character) {
    int type = Character.getType(character);
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
  }
}
