package bench;

final class Scale {
  Scale(Options o, Report r, Program p) {}

  void run() {}
}
