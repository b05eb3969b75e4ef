package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Time, class and notes of a withdrawal; all except the internal note are public. */
@Embeddable
class Withdrawal {

  @Column(name = "withdrawn_at")
  Instant at;

  @Column(name = "withdrawn_class")
  String reason;

  @Column(name = "public_note")
  String publicNote;

  @Column(name = "internal_note")
  String internalNote;

  Withdrawal() {}

  Withdrawal(WithdrawRequest request, Instant now) {
    this.at = now;
    this.reason = request.reason();
    this.publicNote = request.publicNote();
    this.internalNote = request.internalNote();
  }
}
