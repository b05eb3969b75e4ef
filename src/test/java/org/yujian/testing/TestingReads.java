package org.yujian.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.PublicRead;

/** Conditional reads and lists of no use but to see how the layer treats them. */
@Path("/v1/testing/reads")
@PermitAll
public class TestingReads {

  public record Text(String text) {}

  @GET
  @Path("/record")
  @PublicRead
  @Operation(hidden = true)
  public Text record(@QueryParam("length") Integer length) {
    return new Text("豫".repeat(length == null ? 1 : length));
  }

  /** Cannot be written. */
  public record Broken(String text) {
    @Override
    public String text() {
      throw new IllegalStateException("secret");
    }
  }

  @GET
  @Path("/broken")
  @PublicRead
  @Operation(hidden = true)
  public Broken broken() {
    return new Broken("x");
  }

  @GET
  @Path("/picture")
  @Produces("image/png")
  @PublicRead(cacheControl = "max-age=86400")
  @Operation(hidden = true)
  public byte[] picture() {
    return new byte[5_000];
  }

  @GET
  @Path("/page")
  @Produces("text/html;charset=UTF-8")
  @PublicRead
  @Operation(hidden = true)
  public String page() {
    return "<p>豫见</p>".repeat(300);
  }

  @GET
  @Path("/list")
  @PublicRead
  @Operation(hidden = true)
  public ItemPage<Long> list(
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor,
      @QueryParam("tag") String tag) {
    PageRequest page = PageRequest.of(limit, cursor, "tag=" + tag, PageKey.Feed.class);
    long key = page.key() instanceof PageKey.Feed feed ? feed.order() : Long.MAX_VALUE;
    List<Long> rows =
        page.upward()
            ? LongStream.range(1, 51).filter(n -> n > key).limit(page.rows()).boxed().toList()
            : LongStream.iterate(50, n -> n > 0, n -> n - 1)
                .filter(n -> n < key)
                .limit(page.rows())
                .boxed()
                .toList();
    return ItemPage.of(page, rows, PageKey::feed);
  }
}
