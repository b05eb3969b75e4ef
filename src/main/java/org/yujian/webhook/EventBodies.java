package org.yujian.webhook;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.sync.ChangedRef;
import org.yujian.sync.SyncChange;
import org.yujian.sync.SyncChanges;

/** Makes the events of claimed deliveries from the state of this moment, in one snapshot. */
@ApplicationScoped
class EventBodies {

  private final SyncChanges changes;
  private final ReadSnapshot snapshot;

  EventBodies(SyncChanges changes, ReadSnapshot snapshot) {
    this.changes = changes;
    this.snapshot = snapshot;
  }

  /** An event, the same for all endpoints of a batch. */
  record Made(String type, String body) {}

  /** Events by the id of their delivery; none for a thing whose removal a later event explains. */
  Map<UUID, Made> of(List<ClaimedDelivery> claimed) {
    List<ChangedRef> things =
        claimed.stream().map(ClaimedDelivery::thing).filter(Objects::nonNull).toList();
    Map<UUID, SyncChange> now =
        snapshot.of(() -> changes.now(things)).stream()
            .collect(toMap(SyncChange::id, change -> change));
    Map<UUID, Made> made = new HashMap<>();
    for (ClaimedDelivery delivery : claimed) {
      if (delivery.thing() == null) {
        made.put(delivery.id(), made(delivery.type(), delivery, Map.of()));
      } else if (now.containsKey(delivery.thing().id())) {
        SyncChange change = now.get(delivery.thing().id());
        made.put(delivery.id(), made(EventType.of(change), delivery, change));
      }
    }
    return made;
  }

  private static Made made(String type, ClaimedDelivery delivery, Object data) {
    return new Made(type, new WebhookClient.Event(type, delivery.createdAt(), data).json());
  }
}
