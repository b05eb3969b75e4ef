package org.yujian.shared.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves the icon of all pages, as SVG and, where a response has no link to it, as ICO; and,
 * filling a square that phones cut to their own shape, as PNG for their home screens.
 */
@Path("/")
@PermitAll
class IconResource {

  private static final String ONE_DAY = "max-age=86400";

  @GET
  @Path("favicon.svg")
  @Produces("image/svg+xml")
  @PublicRead(cached = false, cacheControl = ONE_DAY)
  @Operation(hidden = true)
  public byte[] vector() throws IOException {
    return read("/pages/favicon.svg");
  }

  @GET
  @Path("favicon.ico")
  @Produces("image/x-icon")
  @PublicRead(cached = false, cacheControl = ONE_DAY)
  @Operation(hidden = true)
  public byte[] bitmap() throws IOException {
    return read("/pages/favicon.ico");
  }

  @GET
  @Path("{name:icon-192|icon-512|apple-touch-icon}.png")
  @Produces("image/png")
  @PublicRead(cached = false, cacheControl = ONE_DAY)
  @Operation(hidden = true)
  public byte[] square(@PathParam("name") String name) throws IOException {
    return read("/pages/" + name + ".png");
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = IconResource.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }
}
