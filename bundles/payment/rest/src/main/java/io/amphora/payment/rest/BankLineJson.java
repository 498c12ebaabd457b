package io.amphora.payment.rest;

import io.amphora.payment.api.BankLine;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Money that came to the bank. {@code reasonCode} and {@code reason} say why it fits no order. */
public record BankLineJson(long id, BankLine.State state, String reference, String payer, BigDecimal amount, String currency, LocalDate date, String bankId, String reasonCode, String reason,
                           Long orderId, String orderNumber, Long paymentId, Instant readAt, String endedBy, String note, long version) {
    static BankLineJson of(BankLine l) {
        return new BankLineJson(l.id(), l.state(), l.reference(), l.payer(), Decimals.plain(l.amount()), l.currency(), l.bookedOn(), l.bankId(), l.reason() == null ? null : l.reason().code(),
                l.reason() == null ? null : l.reason().message(), l.orderId(), l.orderNumber(), l.paymentId(), l.readAt(), l.endedBy(), l.note(), l.version());
    }
}
