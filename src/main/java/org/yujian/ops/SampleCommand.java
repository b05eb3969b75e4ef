package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** {@code sample remove}. */
@ApplicationScoped
class SampleCommand implements Command {

  private static final int WRONG_USE = 2;

  @Inject SampleRemoval removal;

  @Override
  public String name() {
    return Sample.NAME;
  }

  @Override
  public String usage() {
    return "remove   takes the sample's content away; what you made yourself stays";
  }

  @Override
  public int run(List<String> words) {
    if (!words.equals(List.of("remove"))) {
      System.err.println(name() + " " + usage());
      return WRONG_USE;
    }
    int editions = removal.remove();
    System.out.println(
        editions == 0 ? "There is no sample." : "The sample is gone: " + editions + " editions.");
    return 0;
  }
}
