package org.yujian.shared.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/** Makes errors of validation name JSON fields, so that their pointers point into the body. */
@ApplicationScoped
class JsonPropertyNames implements ValidatorFactoryCustomizer, PropertyNodeNameProvider {

  @Override
  public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
    configuration.propertyNodeNameProvider(this);
  }

  @Override
  public String getName(Property property) {
    return property instanceof JavaBeanProperty bean
        ? name(bean.getDeclaringClass(), bean.getName())
        : property.getName();
  }

  private static String name(Class<?> type, String field) {
    try {
      JsonProperty json = type.getDeclaredField(field).getAnnotation(JsonProperty.class);
      return json == null || json.value().isEmpty() ? field : json.value();
    } catch (NoSuchFieldException computed) {
      return field;
    }
  }
}
