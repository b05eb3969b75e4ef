package org.yujian.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ConflictRetry;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.shared.web.Versioned;

/**
 * Runs the work of a POST once and stores the response in the same transaction, which is retried as
 * a whole after a conflict ({@code docs/decisions/09-idempotency.md}).
 */
@ApplicationScoped
public class Idempotency {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final StoredAnswerRepository answers;
  private final CurrentCall current;
  private final ReadSnapshot snapshot;
  private final DatabaseClock clock;
  private final ObjectMapper mapper;

  Idempotency(
      StoredAnswerRepository answers,
      CurrentCall current,
      ReadSnapshot snapshot,
      DatabaseClock clock,
      ObjectMapper mapper) {
    this.answers = answers;
    this.current = current;
    this.snapshot = snapshot;
    this.clock = clock;
    this.mapper = mapper;
  }

  /**
   * For {@code @Idempotent(twoSteps = true)}.
   *
   * @param prepare expensive step before the transaction, only when no response is stored; without
   *     lasting effect
   * @param work runs inside a transaction and may run twice
   */
  public <P, T> T run(Supplier<P> prepare, Function<? super P, T> work) {
    Call call = current.get();
    if (call == null) {
      P prepared = prepare.get();
      return ConflictRetry.on(() -> work.apply(prepared));
    }
    QuarkusTransaction.requiringNew().run(() -> replayKnown(call));
    P prepared = prepare.get();
    return once(call, () -> work.apply(prepared));
  }

  /**
   * Erases stored responses with any of these ids, whose content is purged. A repeated request then
   * gets an error and is not executed again.
   */
  @Transactional(TxType.MANDATORY)
  public void forget(Collection<UUID> things) {
    answers.purge(things);
  }

  /** Runs the work and stores its result; throws {@link Replay} when a response is stored. */
  <T> T once(Call call, Supplier<T> work) {
    return ConflictRetry.on(() -> QuarkusTransaction.requiringNew().call(() -> first(call, work)));
  }

  private <T> T first(Call call, Supplier<T> work) {
    snapshot.writing();
    if (!answers.tryLock(call.lock())) {
      throw ProblemCode.IDEMPOTENCY_IN_PROGRESS.problem().header("Retry-After", "1");
    }
    replayKnown(call);
    T result = work.get();
    answers.persistAndFlush(answer(call, result));
    return result;
  }

  private void replayKnown(Call call) {
    StoredAnswer known = answers.findById(call.id());
    if (known == null) {
      return;
    }
    if (!known.requestSha256.equals(call.requestSha256())) {
      throw ProblemCode.IDEMPOTENCY_KEY_REUSED.problem();
    }
    if (known.purged) {
      throw ProblemCode.IDEMPOTENCY_ANSWER_PURGED.problem();
    }
    byte[] body =
        known.body == null ? null : EncryptedResponse.open(known.body, call.key(), call.context());
    throw new Replay(known, body);
  }

  private StoredAnswer answer(Call call, Object result) {
    StoredAnswer answer = new StoredAnswer();
    answer.id = call.id();
    answer.requestSha256 = call.requestSha256();
    answer.at = clock.now();
    Object entity = result;
    answer.status = result == null ? 204 : 200;
    if (result instanceof RestResponse<?> response) {
      entity = response.getEntity();
      answer.status = response.getStatus();
      answer.location = response.getHeaderString("Location");
      answer.cacheControl = response.getHeaderString("Cache-Control");
    }
    if (entity instanceof Versioned versioned && answer.cacheControl == null) {
      answer.etag = versioned.etag();
      answer.cacheControl = Versioned.CACHE_CONTROL;
    }
    byte[] body = entity == null ? new byte[0] : bytes(entity);
    answer.things = idsIn(body);
    answer.body = entity == null ? null : EncryptedResponse.seal(body, call.key(), call.context());
    return answer;
  }

  private static UUID[] idsIn(byte[] body) {
    return ID.matcher(new String(body, StandardCharsets.UTF_8))
        .results()
        .map(found -> UUID.fromString(found.group()))
        .distinct()
        .toArray(UUID[]::new);
  }

  private byte[] bytes(Object entity) {
    try {
      return mapper.writeValueAsBytes(entity);
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }
}
