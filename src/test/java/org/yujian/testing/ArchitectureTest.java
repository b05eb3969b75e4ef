package org.yujian.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yujian.shared.web.PublicRead;

/** Holds the arrows between packages: these and no others. Change the table knowingly. */
class ArchitectureTest {
  private static final String ROOT = "org.yujian.";
  private static final List<String> CONTENT = List.of("change", "cache", "auth", "idempotency");

  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("database", List.of()),
          // database: no transaction under the lock writes to an old primary.
          Map.entry("change", List.of("database")),
          Map.entry("backup", List.of("database", "media")),
          Map.entry("cache", List.of("change")),
          Map.entry("auth", List.of()),
          Map.entry("idempotency", List.of("auth")),
          Map.entry("delivery", List.of()),
          Map.entry("media", CONTENT),
          Map.entry("body", List.of("media")),
          Map.entry("document", List.of("body", "media")),
          Map.entry("account", with(CONTENT, "media")),
          Map.entry("tag", with(CONTENT, "media")),
          Map.entry("target", with(CONTENT, "account", "media")),
          Map.entry("edition", with(CONTENT, "body", "account", "tag", "media", "target")),
          Map.entry(
              "feed", List.of("body", "account", "tag", "target", "media", "change", "cache")),
          Map.entry(
              "editing",
              // target: a preview shows the follow codes that the edition will show.
              // media: pictures in exported bodies.
              List.of(
                  "edition",
                  "feed",
                  "body",
                  "media",
                  "document",
                  "search",
                  "account",
                  "tag",
                  "target",
                  "media",
                  "auth",
                  "idempotency")),
          Map.entry(
              "ingest",
              // change: an import owes the log rows for the tags it made until it publishes.
              List.of(
                  "document",
                  "edition",
                  "body",
                  "target",
                  "tag",
                  "account",
                  "media",
                  "change",
                  "auth",
                  "idempotency")),
          Map.entry("reader", List.of("auth", "idempotency")),
          Map.entry("follow", with(CONTENT, "reader", "feed", "target", "account")),
          Map.entry(
              "home",
              // body: an item shows the front matter of an article.
              List.of(
                  "body", "follow", "reader", "feed", "sync", "account", "tag", "target", "media",
                  "change", "auth")),
          Map.entry("sync", List.of("feed", "target", "tag", "account", "change")),
          Map.entry("search", List.of("feed", "body", "tag", "account", "change", "cache", "auth")),
          Map.entry(
              "webhook",
              // sync: an event holds the same change as sync reports.
              List.of(
                  "delivery",
                  "sync",
                  "feed",
                  "target",
                  "tag",
                  "account",
                  "change",
                  "cache",
                  "auth",
                  "idempotency")),
          Map.entry(
              "push", List.of("delivery", "reader", "follow", "feed", "account", "change", "auth")),
          Map.entry(
              "syndication",
              // body, media: an entry shows the front matter and the cover of an article.
              List.of(
                  "body",
                  "media",
                  "delivery",
                  "feed",
                  "target",
                  "tag",
                  "account",
                  "change",
                  "cache",
                  "auth",
                  "idempotency")));

  /** They may use any package, and nobody uses them. */
  private static final Set<String> ON_TOP = Set.of("ops", "desk", "wechat");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.yujian");

  private static List<String> with(List<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  private static String feature(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
  }

  @Test
  void everyPackageStandsInTheTable() {
    Set<String> packages =
        CLASSES.stream().map(ArchitectureTest::feature).collect(Collectors.toSet());
    packages.removeAll(MAY_USE.keySet());
    packages.removeAll(ON_TOP);
    packages.removeAll(Set.of("shared", ""));
    assertThat(packages).isEmpty();
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    MAY_USE.forEach(
        (name, allowed) -> {
          Set<String> reachable = new HashSet<>(allowed);
          reachable.addAll(Set.of(name, "shared", ""));
          noClasses()
              .that(in(Set.of(name)))
              .should()
              .dependOnClassesThat(outside(reachable))
              .allowEmptyShould(true)
              .check(CLASSES);
        });
  }

  @Test
  void packagesOfEveryLevelAreFreeOfCycles() {
    slices().matching("org.yujian.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageHasMoreThan60Types() {
    Map<String, Long> types =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    // Another issue replaces the package search.
    types.remove("org.yujian.search");
    assertThat(types)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(60));
  }

  /** Entities are for those who change them. */
  @Test
  void whatThePublicReadsLoadsNoEntity() {
    noClasses()
        .that(in(Set.of("feed", "sync")))
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(Entity.class)
        .check(CLASSES);
  }

  @Test
  void sharedPackagesKnowNoFeature() {
    noClasses()
        .that(in(Set.of("shared")))
        .should()
        .dependOnClassesThat(outside(Set.of("shared", "")))
        .check(CLASSES);
  }

  @Test
  void onlyTheClockPackageReadsTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.yujian.shared.time..")
        .should()
        .callMethod(Instant.class, "now")
        .check(CLASSES);
  }

  /** What is remembered is remembered for all: by its address, whoever asked first. */
  @Test
  void onlyWhatEverybodyMayReadIsCached() {
    List<JavaMethod> remembered =
        CLASSES.stream()
            // The others with the mark are filters of such methods.
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(PublicRead.class))
            .toList();
    assertThat(remembered)
        .hasSizeGreaterThan(10)
        .allMatch(
            method ->
                method.isAnnotatedWith(PermitAll.class)
                    || method.getOwner().isAnnotatedWith(PermitAll.class))
        .noneMatch(
            method ->
                method
                    .getOwner()
                    .getAnnotationOfType(Path.class)
                    .value()
                    .matches("/v1/(me|desk).*"));
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)").check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> described =
        CLASSES.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    // A package-info without annotations leaves no class file: look at the source as well.
    packages.removeIf(name -> described.contains(name) || Sources.hasPackageInfo(name));
    assertThat(packages).isEmpty();
  }

  private static DescribedPredicate<JavaClass> in(Set<String> features) {
    return describe("in " + features, type -> features.contains(feature(type)));
  }

  private static DescribedPredicate<JavaClass> outside(Set<String> features) {
    return describe(
        "outside of " + features,
        type -> type.getPackageName().startsWith(ROOT) && !features.contains(feature(type)));
  }
}
