package org.yujian.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.ingest.ImportReport;
import org.yujian.ingest.ImportRequest;
import org.yujian.ingest.ImportService;
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.settings.Settings;

/** Imports the sample content into an empty embedded database; {@code sample remove} deletes it. */
@ApplicationScoped
class Sample {

  /** Value of {@code created_by} for all sample content. */
  static final String NAME = "sample";

  /** A document in {@code src/main/resources/sample} with its tags. */
  private record Document(String file, String intro, List<String> tags) {}

  private static final List<Document> DOCUMENTS =
      List.of(
          new Document("1-liuyin-edition.txt", "柳荫社区的通知、服务和邻里故事。", List.of("社区生活", "便民服务")),
          new Document("2-liuyin-notice.txt", null, List.of("通知")),
          new Document("3-chenguang-edition.txt", "晨光小学的校园新闻。", List.of("校园")),
          new Document("4-chenguang-news.md", null, List.of("校园", "便民服务")));

  static List<String> tags() {
    return DOCUMENTS.stream().flatMap(document -> document.tags().stream()).distinct().toList();
  }

  private final Config config;
  private final Settings settings;
  private final SampleRepository repository;
  private final ImportService imports;
  private final AccountService accounts;

  Sample(
      Config config,
      Settings settings,
      SampleRepository repository,
      ImportService imports,
      AccountService accounts) {
    this.config = config;
    this.settings = settings;
    this.repository = repository;
    this.imports = imports;
    this.accounts = accounts;
  }

  /** Runs before the port opens; completes a sample whose import was killed. */
  void onStart(@Observes @Priority(StartupOrder.SAMPLE) StartupEvent start) {
    if (settings.sample()
        && serving()
        && embedded()
        && repository.emptyOrUnfinished(DOCUMENTS.size())) {
      StartLines.info("Loading the sample (the command 'sample remove' takes it away)...");
      DOCUMENTS.forEach(this::load);
    }
  }

  /** Whether this is the server; commands open no port. */
  private boolean serving() {
    return config.getOptionalValue("quarkus.http.host-enabled", Boolean.class).orElse(true);
  }

  /** Whether the database is the embedded one of the data folder. */
  private boolean embedded() {
    Optional<String> url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class);
    return EmbeddedPostgres.runningIn(OwnDatabase.dataDir(config))
        .map(DatabaseAccess::jdbcUrl)
        .equals(url);
  }

  private void load(Document document) {
    Caller caller = Caller.program(NAME);
    ImportReport report =
        imports.run(
            new ImportRequest(
                document.file(),
                null,
                bytes(document),
                null,
                document.tags(),
                true,
                false,
                List.of()),
            caller);
    if (document.intro() != null) {
      DeskAccount account = accounts.deskRead(report.accountId().toString(), caller);
      accounts.change(
          account.id().toString(),
          now -> now.withIntro(document.intro()),
          account.version(),
          caller);
    }
  }

  private static byte[] bytes(Document document) {
    try (InputStream file = Sample.class.getResourceAsStream("/sample/" + document.file())) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
