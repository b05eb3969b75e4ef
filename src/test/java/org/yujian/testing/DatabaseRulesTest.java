package org.yujian.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.SharedSessionContract;
import org.junit.jupiter.api.Test;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery.RowMapper;

/**
 * Holds the ways to the database ({@code docs/decisions/07-ways-to-the-database.md}): Panache
 * repositories for entities, SQL repositories for what the public reads, and JDBC for
 * infrastructure.
 */
class DatabaseRulesTest {
  private static final String PAGE = "org.yujian.shared.page.";

  /** Package search is replaced by its own issue; these rules leave it out until then. */
  private static final JavaClasses CLASSES =
      ArchitectureTest.CLASSES.that(
          describe("outside of search", type -> !in(type, "org.yujian.search")));

  private static final DescribedPredicate<JavaClass> PANACHE =
      assignableTo(PanacheRepositoryBase.class);

  private static boolean in(JavaClass type, String name) {
    return (type.getPackageName() + ".").startsWith(name + ".");
  }

  private static DescribedPredicate<JavaClass> oneOf(String... names) {
    return describe("one of " + Set.of(names), type -> Set.of(names).contains(outermost(type)));
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceAll("\\$.*", "");
  }

  @Test
  void onlyPanacheRepositoriesUseTheEntityManager() {
    noClasses()
        .that(not(PANACHE))
        // They run the JPQL of Panache repositories, and SQL in the transaction of the session.
        .and(not(oneOf(PAGE + "KeysetQuery", PAGE + "Sql")))
        .should()
        .dependOnClassesThat(
            assignableTo(EntityManager.class).or(assignableTo(SharedSessionContract.class)))
        .check(CLASSES);
  }

  @Test
  void sqlOfEntitiesGoesThroughOneClass() {
    noClasses()
        .should()
        .accessTargetWhere(
            describe(
                "native queries of Hibernate",
                (JavaAccess<?> access) ->
                    access.getTargetOwner().isAssignableTo(EntityManager.class)
                        && access.getName().matches("createNative.*|createStored.*|unwrap")))
        .check(CLASSES);
  }

  /** JPQL and locks are for entities; {@link Sql#query} is for those who know none. */
  @Test
  void entityRepositoriesRunNoQueriesInSql() {
    noClasses()
        .that(PANACHE)
        .should()
        .callMethod(Sql.class, "query", String.class, RowMapper.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(SqlPart.class)
        .check(CLASSES);
  }

  @Test
  void sqlRepositoriesKnowNoEntity() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .and(not(PANACHE))
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(Entity.class)
        .check(CLASSES);
  }

  @Test
  void panacheRepositoriesAreNamedSo() {
    classes().that(PANACHE).should().haveSimpleNameEndingWith("Repository").check(CLASSES);
  }

  @Test
  void onlyRepositoriesRunSql() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Repository")
        // The log is read and written in SQL; shared has the clock, snapshots and Sql itself.
        .and(describe("not in change", type -> !in(type, "org.yujian.change")))
        .and(describe("not in shared", type -> !in(type, "org.yujian.shared")))
        // The port through which search reads texts.
        .and(not(oneOf("org.yujian.feed.SearchableArticles")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Sql.class)
        .check(CLASSES);
  }

  @Test
  void jdbcIsForInfrastructure() {
    noClasses()
        // LISTEN, COPY, locks of a connection, start-up and commands.
        .that(
            describe(
                "outside of backup, change, database and ops",
                type ->
                    !in(type, "org.yujian.backup")
                        && !in(type, "org.yujian.change")
                        && !in(type, "org.yujian.database")
                        && !in(type, "org.yujian.ops")))
        .and(
            not(
                oneOf(
                    PAGE + "Sql",
                    PAGE + "SqlQuery",
                    PAGE + "SqlRow",
                    PAGE + "SqlStatement",
                    PAGE + "SqlText",
                    // Gauges are read while no transaction can begin.
                    "org.yujian.shared.metrics.DatabaseNumbers")))
        // They hand the pool to DatabaseNumbers.
        .and()
        .haveSimpleNameNotEndingWith("Gauges")
        .should()
        .dependOnClassesThat(
            describe(
                "classes of JDBC",
                type ->
                    !type.isEquivalentTo(SQLException.class)
                        && (in(type, "java.sql")
                            || in(type, "javax.sql")
                            || in(type, "io.agroal")
                            || in(type, "org.postgresql"))))
        .check(CLASSES);
  }
}
