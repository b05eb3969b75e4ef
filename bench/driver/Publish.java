package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Hot reads in a closed loop, in turn calm and while editions go live. */
final class Publish {
  private static final double MINUTES = 10;
  private static final double BLOCK_SECONDS = 60;
  private static final double EDITIONS_PER_SECOND = 10;
  private static final int WARM_UPS = 8;
  private static final int HOT_ARTICLES = 20;
  private static final int LEAST_BYTES = 300;

  /** One block; CPU in cores. */
  private record Block(
      boolean publishing,
      Samples reads,
      double editions,
      double program,
      double postgres,
      double own) {

    double perSecond() {
      return reads.perSecond();
    }
  }

  private final Options options;
  private final Report report;
  private final Program program;
  private final Server server;
  private final Tally tally = new Tally();
  private final AtomicLong numbers = new AtomicLong();
  private final List<Block> blocks = new ArrayList<>();

  Publish(Options options, Report report, Program program, Server server) {
    this.options = options;
    this.report = report;
    this.program = program;
    this.server = server;
  }

  void run() throws Exception {
    new SearchData(program).index();
    Api api = new Api(server.port, tally);
    MixedThings things = new MixedThings(program.database(), server);
    List<String> hot = things.hot(HOT_ARTICLES);
    DeskClient desk = new DeskClient(api, program.adminKey());
    Publishers publishers = new Publishers(desk, things, hot);
    Load load = new Load(target(hot), numbers);
    double seconds = options.minutes(MINUTES) * 60;
    int pairs = Math.max(1, (int) Math.round(seconds / 2 / BLOCK_SECONDS));
    double block = seconds / 2 / pairs;
    Bench.say("publish: warm-up …");
    // Publishing is much code: Java's compilers are at it for some hundred editions.
    load.closed(options.connections(), options.warmUp());
    publishers.run(EDITIONS_PER_SECOND, WARM_UPS * options.warmUp());
    for (int i = 0; i < pairs; i++) {
      blocks.add(block(load, block, null));
      blocks.add(block(load, block, publishers));
    }
    write(publishers, block);
  }

  /** Half of the reads ask for the list, half for one of the hot articles. */
  private Load.Target target(List<String> hot) {
    String gzip = "Accept-Encoding: gzip";
    byte[] list = Requests.get(Requests.LIST, gzip);
    List<byte[]> details =
        hot.stream().map(id -> Requests.get(Requests.LIST + "/" + id, gzip)).toList();
    return new Load.Target(
        server.port,
        number -> number % 2 == 0 ? list : details.get((int) (number / 2 % details.size())),
        200,
        LEAST_BYTES);
  }

  /** The next block begins when the last edition of this one is live. */
  private Block block(Load load, double seconds, Publishers publishers) throws Exception {
    long began = System.nanoTime();
    long[] before = cpu();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Double> editions =
          pool.submit(() -> publishers == null ? 0 : publishers.run(EDITIONS_PER_SECOND, seconds));
      Samples reads = load.closed(options.connections(), seconds);
      long[] used = cpu();
      double took = (System.nanoTime() - began) / 1e3;
      Block block =
          new Block(
              publishers != null,
              reads,
              editions.get(),
              (used[0] - before[0]) / took,
              (used[1] - before[1]) / took,
              (used[2] - before[2]) / took);
      Bench.say(String.join(" | ", row(block)));
      return block;
    } finally {
      pool.shutdownNow();
    }
  }

  private long[] cpu() throws IOException {
    return new long[] {
      Processes.cpu(server.pid()),
      Processes.cpuWithChildren(program.database().postmaster()),
      Processes.cpu(ProcessHandle.current().pid())
    };
  }

  private static List<String> row(Block block) {
    Samples reads = block.reads();
    return List.of(
        block.publishing() ? "publishing" : "calm",
        String.format(Locale.ROOT, "%.0f", reads.perSecond()),
        String.format(Locale.ROOT, "%.2f", reads.latency(0.5)),
        String.format(Locale.ROOT, "%.1f", reads.latency(0.99)),
        String.format(Locale.ROOT, "%.1f", block.editions()),
        String.format(
            Locale.ROOT, "%.2f, %.2f, %.2f", block.program(), block.postgres(), block.own()),
        "" + reads.errors());
  }

  private void write(Publishers publishers, double block) throws IOException {
    report.line("\n## Publishing while reads run\n");
    report.line(
        "%d connections read the list and %d details in a closed loop, blocks of %.0f s in turn."
            + " Generator's CPU with editors, who share the machine's cores.",
        options.connections(), HOT_ARTICLES, block);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "block",
            "hot reads/s",
            "p50 ms",
            "p99 ms",
            "editions/s",
            "cores: program, PostgreSQL, generator",
            "errors"));
    blocks.forEach(one -> rows.add(row(one)));
    report.table(rows);
    report.line(
        "Editors: %,d editions, %,d corrections, %,d withdrawals.",
        publishers.editions(), publishers.corrections(), publishers.withdrawals());
    verdict();
  }

  private void verdict() throws IOException {
    List<Block> publishing = blocks.stream().filter(Block::publishing).toList();
    List<Block> calm = blocks.stream().filter(block -> !block.publishing()).toList();
    double reads =
        Report.median(publishing, Block::perSecond) / Report.median(calm, Block::perSecond);
    double editions = Report.median(publishing, Block::editions);
    Verdicts verdicts = new Verdicts();
    verdicts.atLeast("hot reads/s while publishing ÷ calm", reads, 0.7);
    verdicts.atLeast("editions/s", editions, EDITIONS_PER_SECOND * 0.99);
    verdicts.none(
        "errors of hot reads", blocks.stream().mapToLong(block -> block.reads().errors()).sum());
    verdicts.none("errors of editors", tally.errors());
    verdicts.write(report);
    report.errors(tally);
    report.inShort("%.2f of the hot reads while %.1f editions/s go live", reads, editions);
  }
}
