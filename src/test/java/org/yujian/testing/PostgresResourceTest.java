package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PostgresResourceTest {
  @Inject AgroalDataSource dataSource;

  @Test
  void testsRunOnRealPostgresOutsideUtcAndWithoutPower() throws SQLException {
    assertThat(value("show timezone")).isEqualTo("America/St_Johns");
    assertThat(value("select current_database()")).startsWith("test_");
    assertThat(value("select rolsuper::text from pg_roles where rolname = current_user"))
        .isEqualTo("false");
  }

  private String value(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
