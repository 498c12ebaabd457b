package io.amphora.transfer.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.InboxRehearsal;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.ImportOptions;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.core.csv.CsvRows;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveOrdersTest {
    private static final String FILE = "order number,sku,quantity,unit price,customer email,customer name,city,wished date\n"
            + "W-1,TEA-1,2,12.90,ada@example.com,Ada,Leeds,2026-12-31\nW-1,TEA-2,1,5,ada@example.com,Ada,Leeds,\nW-2,TEA-1,many,12.90,bob@example.com,Bob,York,\nW-3,GONE,-1,1,,Cy,,\nW-1,TEA-3,1,1,,,,\n";

    private final Map<String, IncomingOrder> received = new LinkedHashMap<>();

    /** Keeps all, and makes an order of what has no goods called GONE. */
    private Inbox inbox() {
        return (Inbox) Proxy.newProxyInstance(Inbox.class.getClassLoader(), new Class<?>[] {Inbox.class}, (proxy, method, args) -> switch (method.getName()) {
            case "receive" -> {
                int made = 0;
                for (Object order : (List<?>) args[2]) {
                    IncomingOrder o = (IncomingOrder) order;
                    made += received.putIfAbsent(args[1] + "/" + o.externalId(), o) == null ? 1 : 0;
                }
                yield made;
            }
            case "settled" -> ((Collection<?>) args[2]).stream().map(id -> received.get(args[1] + "/" + id)).map(o -> new Inbox.Entry(1, "shop", o,
                    problems(o).isEmpty() ? Inbox.State.ORDERED : Inbox.State.FAILED, problems(o), null, Instant.EPOCH, Instant.EPOCH, 0)).toList();
            case "rehearse" -> (InboxRehearsal) o -> new InboxRehearsal.Foreseen(received.containsKey(args[1] + "/" + o.externalId()), problems(o));
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static List<Problem> problems(IncomingOrder o) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < o.lines().size(); i++) {
            if (o.lines().get(i).sku().equals("GONE")) {
                problems.add(Problem.of("lines[" + i + "].sku", "order.product-unknown", "there is no product {0}", "GONE"));
                problems.add(Problem.of("shipTo.city", "too-long", "is too long"));
            }
        }
        return problems;
    }

    private Outcome run(MemoryLedger ledger, Inbox inbox) {
        return run(FILE, ledger, inbox);
    }

    private Outcome run(String text, MemoryLedger ledger, Inbox inbox) {
        FileImport file = FileImport.ofText(text, ImportKind.ORDER_LINES, new Memory());
        ImportOptions o = file.analysis.options();
        Plan plan = new Plan(Actor.system("test"), 1, ImportKind.ORDER_LINES, file.analysis.format(), file.analysis.mapping(),
                new ImportOptions("shop", o.currency(), o.country(), o.zone(), o.location(), o.services(), true));
        Importers importers = file.memory.importers();
        importers.inbox = inbox;
        importers.of(plan).run(() -> new FileImport.CsvSheet(CsvRows.of(file.file, plan.format()), file.file.size()), ledger);
        return ledger.figures().outcome(Instant.EPOCH, 0);
    }

    @Test
    void ordersGoToTheInboxAndUnreadableRowsStay() {
        MemoryLedger ledger = new MemoryLedger(true);
        Outcome outcome = run(ledger, inbox());

        assertThat(received).containsOnlyKeys("shop/W-1", "shop/W-3");
        IncomingOrder first = received.get("shop/W-1");
        assertThat(first.email()).isEqualTo("ada@example.com");
        assertThat(first.city()).isEqualTo("Leeds");
        assertThat(first.wishedDate()).isEqualTo("2026-12-31");
        assertThat(received.get("shop/W-3").wishedDate()).isNull();
        assertThat(first.lines()).containsExactly(new IncomingOrder.Line("TEA-1", new BigDecimal("2"), new BigDecimal("12.9")), new IncomingOrder.Line("TEA-2", BigDecimal.ONE, new BigDecimal("5")));
        assertThat(received.get("shop/W-3").lines().get(0).quantity()).as("for the inbox to refuse").isEqualByComparingTo("-1");
        assertThat(outcome.accepted()).isEqualTo(3);
        assertThat(outcome.effect("order").created()).isEqualTo(1);
        assertThat(outcome.effect("waiting-order").created()).isEqualTo(1);
        assertThat(ledger.rejects).extracting(r -> r.row().line() + " " + r.state() + " " + r.problems().stream().map(Problem::field).toList())
                .containsExactlyInAnyOrder("4 OPEN [quantity]", "6 OPEN [orderNumber]", "5 INBOX [sku, city]");
    }

    @Test
    void whatIsDueBesidesTheLinesComesAlongAndTheTotalIsHeldAgainst() {
        run("order number,sku,quantity,unit price,shipping,discount,order total\nS-1,TEA-1,2,15,4.99,3,31.99\nS-2,TEA-1,1,15,,,15\nS-3,TEA-1,1,15,,,17\n", new MemoryLedger(true), inbox());

        IncomingOrder.Money money = received.get("shop/S-1").money();
        assertThat(money.total()).isEqualByComparingTo("31.99");
        assertThat(money.charges()).singleElement().satisfies(c -> assertThat(c.type()).isEqualTo("SHIPPING")).satisfies(c -> assertThat(c.amount()).isEqualByComparingTo("4.99"));
        assertThat(money.discountAmount()).isEqualByComparingTo("3");
        assertThat(received.get("shop/S-2").money().charges()).isEmpty();
        assertThat(received.get("shop/S-3").money().total()).as("two that nothing explains: for the inbox").isEqualByComparingTo("17");
        assertThat(received.get("shop/S-3").money().charges()).isEmpty();
    }

    @Test
    void dryRunSaysWhatWouldWaitInTheInboxAndWhatAllComesTo() {
        String file = "order number,sku,quantity,unit price,shipping,discount,order total\nS-1,TEA-1,2,15,4.99,3,31.99\nS-2,TEA-1,1,15,,,15\nS-3,GONE,1,15,,,17\n";
        MemoryLedger ledger = new MemoryLedger(false);
        Outcome dry = run(file, ledger, inbox());

        assertThat(dry.effect("order").created()).isEqualTo(2);
        assertThat(dry.effect("waiting-order").created()).isEqualTo(1);
        assertThat(dry.reasons()).extracting(r -> r.example().field() + " " + r.row()).containsExactlyInAnyOrder("sku 4", "city 4");
        assertThat(dry.amounts()).singleElement().satisfies(a -> assertThat(a.total()).as("goods, shipping and discount").isEqualByComparingTo("61.99"));
        assertThat(received).isEmpty();
        assertThat(run(file, new MemoryLedger(true), inbox())).as("the run does the same").isEqualTo(dry);
    }

    @Test
    void sameFileAgainMakesNothing() {
        run(new MemoryLedger(true), inbox());
        Outcome again = run(new MemoryLedger(true), inbox());

        assertThat(received).hasSize(2);
        assertThat(again.accepted()).isZero();
        assertThat(again.skipped()).isEqualTo(3);
        assertThat(again.effect("order").unchanged()).isEqualTo(2);
    }

    @Test
    void dryRunReceivesNothing() {
        Outcome dry = run(new MemoryLedger(false), inbox());

        assertThat(received).isEmpty();
        assertThat(dry.effect("order").created()).isEqualTo(1);
    }

    @Test
    void withoutAnInboxItSaysSo() {
        assertThatThrownBy(() -> run(new MemoryLedger(true), null)).isInstanceOf(AmphoraException.Refused.class);
    }
}
