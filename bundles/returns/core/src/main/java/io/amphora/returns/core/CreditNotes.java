package io.amphora.returns.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentRequest;
import io.amphora.document.api.Documents;
import io.amphora.document.api.Invoice;
import io.amphora.document.api.IssuedDocument;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnCredits;
import io.amphora.returns.api.Returns;
import io.amphora.returns.core.store.Before;
import io.amphora.returns.core.store.ReturnEntity;
import io.amphora.returns.core.store.ReturnLineEntity;
import io.amphora.returns.core.store.ReturnRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Issues credit notes of returns, each under a key of its own: whoever dies between the document and the row that names it finds the same document again. */
@Component(service = {ReturnCredits.class, CreditNotes.class})
public final class CreditNotes implements ReturnCredits {
    /** One for all, as a key belongs to who gave it. */
    private static final Actor ISSUER = Actor.system("returns");

    private final Tx tx;
    private final ReturnLog log;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Documents documents;

    @Activate
    public CreditNotes(@Reference(target = "(domain=returns)") Tx tx, @Reference ReturnLog log) {
        this.tx = tx;
        this.log = log;
    }

    CreditNotes(Tx tx, ReturnLog log, Documents documents) {
        this(tx, log);
        this.documents = documents;
    }

    @Override
    public List<Note> notes(Actor by, long returnId) {
        by.require(Returns.READ);
        by.require(Documents.READ);
        Found r = find(returnId);
        List<Note> notes = new ArrayList<>(issued(r));
        plan(r, notes).forEach(p -> notes.add(new Note(p.invoice().id(), p.invoice().number(), Money.of(p.total(), r.is().currency()), null, null)));
        return notes;
    }

    @Override
    public List<Note> issue(Actor by, long returnId) {
        by.require(Returns.READ);
        by.require(DocumentKind.CREDIT_NOTE.permission());
        Found r = find(returnId);
        List<CreditPlan.Part> open = plan(r, issued(r));
        if (open.isEmpty()) {
            throw new AmphoraException.Refused(Problem.of("", "returns.no-credit-note", "there is nothing on invoices that return {0} could take back now", r.is().number()));
        }
        open.forEach(p -> issue(by, r, p));
        return notes(by, returnId);
    }

    private void issue(Actor by, Found found, CreditPlan.Part p) {
        Return r = found.is();
        DocumentRequest.Credit credit = new DocumentRequest.Credit(p.invoice().id(), p.parts(), p.charges(), "RMA " + r.number(), p.total());
        IssuedDocument made = documents.issue(ISSUER, new DocumentRequest(found.paidOrderId(), DocumentKind.CREDIT_NOTE, null, null, credit), "return-" + r.id() + "-" + p.invoice().id());
        try {
            tx.callWithRetry(em -> {
                Sql.of("insert into return_credit_note (return_id, invoice_id, invoice_number, document_id, document_number, amount) values (?, ?, ?, ?, ?, ?)", r.id(), p.invoice().id(),
                        p.invoice().number(), made.id(), made.number(), p.total()).update(em);
                log.remember(em, r.id(), "credit-note", by.name(), made.number());
                return null;
            });
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // somebody else wrote the same row first
        }
    }

    /** @throws IllegalStateException if documents are switched off: whoever is told of something is told again */
    void requireDocuments() {
        if (documents == null) {
            throw new IllegalStateException("documents are not there");
        }
    }

    /** Returns that let an order owe less. */
    List<Long> settled(long paidOrderId) {
        return tx.call(em -> ReturnRows.settled(em, paidOrderId));
    }

    /** @param credited pieces that credit notes have taken back @param byHand of them, by people @param amount what people took back for theirs */
    record Noted(BigDecimal credited, BigDecimal byHand, BigDecimal amount) {
        private Noted plus(Noted o) {
            return new Noted(credited.add(o.credited), byHand.add(o.byHand), amount.add(o.amount));
        }
    }

    /** What credit notes took back of an order. @param lines of the order @param charges by people */
    record Papers(Map<Long, Noted> lines, BigDecimal charges) {
    }

    Papers papers(long paidOrderId) {
        Documents now = documents;
        List<Invoice.Line> all = now == null ? List.of() : now.invoices(ISSUER, paidOrderId).stream().flatMap(i -> i.lines().stream()).toList();
        return new Papers(all.stream().filter(l -> l.lineId() != null)
                .collect(Collectors.toMap(Invoice.Line::lineId, l -> new Noted(l.credited(), l.byHand(), l.byHandAmount().amount()), Noted::plus)),
                all.stream().filter(l -> l.lineId() == null).map(l -> l.byHandAmount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** @param paidLines line of the return to the line that was paid and so is invoiced @param before line of the return to what credit notes by hand had let off of it before */
    private record Found(Return is, long paidOrderId, Map<Long, Long> paidLines, Map<Long, Before> before) {
    }

    private Found find(long returnId) {
        return tx.call(em -> {
            ReturnEntity r = ReturnRows.require(em, returnId);
            List<ReturnLineEntity> lines = ReturnRows.lines(em, returnId);
            return new Found(ReturnRows.whole(em, r), r.paidOrderId(), lines.stream().collect(Collectors.toMap(ReturnLineEntity::id, ReturnLineEntity::paidLineId)),
                    lines.stream().collect(Collectors.toMap(ReturnLineEntity::id, ReturnLineEntity::before)));
        });
    }

    private List<Note> issued(Found r) {
        List<Object[]> rows = tx.call(em -> Sql.of("select n.invoice_id, n.invoice_number, n.amount, n.document_id, n.document_number from return_credit_note n where n.return_id = ? order by n.invoice_id",
                r.is().id()).rows(em));
        return rows.stream().map(c -> new Note(((Number) c[0]).longValue(), (String) c[1], Money.of((BigDecimal) c[2], r.is().currency()).rounded(), ((Number) c[3]).longValue(), (String) c[4])).toList();
    }

    /** Those without {@code issued}. */
    private List<CreditPlan.Part> plan(Found r, List<Note> issued) {
        Documents now = documents;
        return now == null || r.is().settlement() == null ? List.of()
                : CreditPlan.of(r.is(), r.paidLines(), r.before(), now.invoices(ISSUER, r.paidOrderId())).stream().filter(p -> issued.stream().noneMatch(n -> n.invoiceId() == p.invoice().id())).toList();
    }
}
