package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Time, class and notes of a withdrawal; all except the internal note are public. */
@Embeddable
class Withdrawal {

  @Column(name = "withdrawn_at")
  Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "withdrawn_class")
  WithdrawalClass reason;

  @Column(name = "public_note")
  String publicNote;

  @Column(name = "internal_note")
  String internalNote;

  Withdrawal() {}

  Withdrawal(WithdrawRequest request, Instant now) {
    this.at = now;
    this.reason = WithdrawalClass.of(request.reason());
    this.publicNote = request.publicNote();
    this.internalNote = request.internalNote();
  }
}
