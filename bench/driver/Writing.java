package bench;

import java.util.List;

/** Who writes the articles of the data, one after the other. */
interface Writing {
  /** Begins the next article. */
  String title();

  String source();

  /** Of the article that was begun; those that begin with "# " are headings. */
  List<String> paragraphs();
}
