package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code names}: lists names that look the same as another one. */
@ApplicationScoped
class NamesCommand implements Command {

  static final List<String> WORDS = List.of("names");

  private final NameKeyRenewal renewal;

  NamesCommand(NameKeyRenewal renewal) {
    this.renewal = renewal;
  }

  @Override
  public String name() {
    return WORDS.get(0);
  }

  @Override
  public int run(List<String> words) {
    renewal.renewNames();
    List<LookAlike> found = renewal.lookAlikes();
    if (found.isEmpty()) {
      System.out.println("No name looks the same as another one.");
      return 0;
    }
    System.out.println("Each of these can be mistaken for another one until it is renamed:");
    found.forEach(one -> System.out.println("  " + one.line()));
    return 0;
  }
}
