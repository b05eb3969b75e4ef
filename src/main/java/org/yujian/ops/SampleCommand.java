package org.yujian.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code sample remove}: deletes the sample. */
@ApplicationScoped
class SampleCommand implements Command {

  static final List<String> REMOVE = List.of(Sample.NAME, "remove");

  private final SampleRemoval removal;

  SampleCommand(SampleRemoval removal) {
    this.removal = removal;
  }

  @Override
  public String name() {
    return Sample.NAME;
  }

  @Override
  public int run(List<String> words) {
    int editions = removal.remove();
    System.out.println(
        editions == 0 ? "There is no sample." : "The sample is gone: " + editions + " editions.");
    return 0;
  }
}
