package bench;

final class Starts {
  Starts(Options o, Report r, Program p) {}

  void run() {}
}
