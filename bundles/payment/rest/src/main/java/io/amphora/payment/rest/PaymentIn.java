package io.amphora.payment.rest;

import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is asked for. */
public final class PaymentIn {
    private PaymentIn() {
    }

    /** A payment to come; without an amount all that is open. */
    public record NewIn(PaymentKind kind, PaymentMethod method, String gateway, BigDecimal amount, LocalDate dueOn, String note) {
    }

    /** Through which gateway; absent: the one in the payment. */
    public record AuthoriseIn(String gateway) {
    }

    /** How much; absent: all. */
    public record CaptureIn(BigDecimal amount) {
    }

    /** Money that came; without an amount all that was asked for. */
    public record ReceiveIn(PaymentMethod method, BigDecimal amount, String reference) {
    }

    /** Why. */
    public record CancelIn(String reason) {
    }

    /** Money to give back; without an amount all that is left. {@code byHand}: no gateway is asked; absent: it is. */
    public record RefundIn(BigDecimal amount, Boolean byHand, String reason) {
    }

    /** What a person says came of it. */
    public record ConfirmIn(boolean approved, String reference) {
    }

    /** When the order is to be paid. */
    public record TermsIn(PaymentTerms terms) {
    }

    /** A bank statement. */
    public record StatementIn(List<LineIn> lines) {
    }

    /** A line of it. */
    public record LineIn(String reference, BigDecimal amount, String currency, LocalDate date, String payer, String id) {
    }

    /** What a line pays for. */
    public record AssignIn(long orderId) {
    }
}
