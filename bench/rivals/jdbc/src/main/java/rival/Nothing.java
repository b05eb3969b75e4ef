package rival;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Makes Hibernate start; no request uses it. */
@Entity
@Table(name = "tag")
public class Nothing {
  @Id UUID id;
}
