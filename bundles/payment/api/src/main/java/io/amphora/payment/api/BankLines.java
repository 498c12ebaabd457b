package io.amphora.payment.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Bank transfers: lines of statements, matched to orders by order number or customer reference. Reading needs {@code payment.read}, all else {@code payment.take}.
 * Publishes {@code payment.line.unmatched}. Thread-safe.
 */
@ProviderType
public interface BankLines {
    /** The most lines of one statement. */
    int MAX = 5_000;

    /**
     * A line of a statement.
     *
     * @param bankId the bank's own id of it, or null: then a line with the same reference, amount, currency and date counts as the same when a statement is read again
     */
    record StatementLine(String reference, BigDecimal amount, String currency, LocalDate bookedOn, String payer, String bankId) {
    }

    /** What came of a statement. @param known lines that were read before @param outgoing lines below zero: money that left, which pays for no order */
    record Read(int matched, int unmatched, int known, int outgoing) {
        public Read(int matched, int unmatched, int known) {
            this(matched, unmatched, known, 0);
        }
    }

    /**
     * Takes lines in; each pays for one order or is kept aside with the reason.
     *
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong with any line; nothing is taken in then
     */
    Read read(Actor by, List<StatementLine> lines);

    /**
     * As {@link #read}, from CSV (comma or semicolon) with a heading: {@code reference, amount, currency, date} and maybe {@code payer, id}. Dates as 2024-12-31, or all of
     * them as 31.12.2024, 31/12/2024, 12/31/2024, 2024/12/31 or 20241231; amounts with a decimal point or all of them with a decimal comma. What can be read in two ways is refused.
     */
    Read readCsv(Actor by, String csv);

    /** Newest first. @param state null means all */
    Page<BankLine> list(Actor by, BankLine.State state, PageRequest page);

    int countUnmatched(Actor by, int limit);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none */
    BankLine find(Actor by, long id);

    /** A person says what an unmatched line pays for; more than is open is taken, and shows as to give back. */
    BankLine assign(Actor by, long id, long version, long orderId);

    /** It pays for no order. @param reason required */
    BankLine drop(Actor by, long id, long version, String reason);
}
