package org.yujian.reader;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.yujian.auth.BearerIdentities;
import org.yujian.shared.limit.CallerLimits;

/** Authenticates devices by their access tokens. */
@ApplicationScoped
class DeviceIdentities implements BearerIdentities {

  private final DeviceService devices;

  DeviceIdentities(DeviceService devices) {
    this.devices = devices;
  }

  @Override
  public String start() {
    return RefreshToken.ACCESS;
  }

  @Override
  public CallerLimits.Caller caller() {
    return CallerLimits.Caller.DEVICE;
  }

  @Override
  public Optional<SecurityIdentity> identify(String token) {
    return devices.authenticate(token).map(DeviceIdentities::identity);
  }

  private static SecurityIdentity identity(ReaderIdentity reader) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("device"))
        .addAttribute(ID, reader.device().toString())
        .addAttribute(CurrentReader.ATTRIBUTE, reader)
        .addPermissionAsString(CurrentReader.PERMISSION)
        .build();
  }
}
