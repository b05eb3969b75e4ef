package org.yujian.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Picture;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.web.Versioned;

/**
 * An account in desk responses. Its ETag is its version.
 *
 * @param id identifies the account
 * @param version version of the account, part of its ETag
 * @param handle short name in URLs, after {@code @}; never changes
 * @param name name as readers see it
 * @param avatar picture of the account
 * @param intro a few sentences about the account
 * @param registration registration text (备案) that the law requires to be shown
 * @param review review that content has to pass before it goes live; none when absent
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 */
@Schema(name = "DeskAccount")
public record DeskAccount(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull String state,
    @NotNull String handle,
    @NotNull String name,
    Picture avatar,
    String intro,
    String registration,
    ReviewSettings review,
    @NotNull Instant createdAt,
    @NotNull Instant updatedAt,
    @JsonIgnore String sortKey)
    implements Versioned {

  DeskAccount(
      UUID id,
      Long version,
      AccountState state,
      String handle,
      String name,
      Picture avatar,
      String intro,
      String registration,
      ReviewSettings review,
      Instant createdAt,
      Instant updatedAt,
      String sortKey) {
    this(
        id,
        version,
        state.value,
        handle,
        name,
        avatar,
        intro,
        registration,
        review,
        createdAt,
        updatedAt,
        sortKey);
  }

  static DeskAccount of(Account account) {
    return new DeskAccount(
        account.id,
        account.version,
        account.state.value,
        account.handle,
        account.name,
        account.avatar,
        account.intro,
        account.registration,
        account.review,
        account.createdAt,
        account.updatedAt,
        account.sortKey);
  }

  @Override
  public long tagVersion() {
    return version;
  }

  PageKey key() {
    return PageKey.named(sortKey, id);
  }
}
