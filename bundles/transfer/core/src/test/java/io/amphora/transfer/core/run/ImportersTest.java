package io.amphora.transfer.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.common.Money;
import io.amphora.common.Problem;
import io.amphora.inventory.api.StockLevel;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.OrderStatus;
import io.amphora.transfer.api.ImportKind;
import io.amphora.transfer.api.Outcome;
import io.amphora.transfer.api.RejectedRow;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportersTest {
    private static final String ORDERS = "Order No,Order Date,SKU,Item,Qty,Unit Price,Customer ID\n";

    private final Memory memory = new Memory();

    @Test
    void namesEverythingWrongWithARowAndImportsTheOthers() {
        FileImport file = orders("A1,2024-01-31,S1,Nut,2,1.50,7\nA1,2024-31-01,S1,Nut,two,x,7\nA2,,S2,Bolt,1,1,7\n,2024-01-01,S2,Bolt,1,1.00001,8,surplus\n");
        MemoryLedger ledger = new MemoryLedger(true);

        Outcome done = file.run(ledger, 1);

        assertThat(done.accepted()).isEqualTo(1);
        assertThat(done.rejected()).isEqualTo(3);
        assertThat(ledger.rejects).extracting(r -> r.row().line()).containsExactly(3L, 4L, 5L);
        assertThat(fields(ledger.rejects.get(0))).containsExactly("quantity", "unitPrice", "orderDate");
        assertThat(fields(ledger.rejects.get(1))).containsExactly("orderDate");
        assertThat(fields(ledger.rejects.get(2))).containsExactlyInAnyOrder("", "orderNumber", "unitPrice");
        assertThat(memory.orders).containsOnlyKeys("import\nA1");
    }

    @Test
    void importsExactDuplicatesOrdersApartAndLinesWithoutCustomer() {
        FileImport file = orders("A1,2024-01-31,S1,Nut,2,1.5,7\nA1,2024-01-31,S1,Nut,2,1.5,7\nA2,2024-02-01,S1,Nut,0,-3,\nA1,2024-01-31,S2,Bolt,1,1,7\n");

        Outcome done = file.run();

        assertThat(done.accepted()).isEqualTo(4);
        assertThat(done.effect("order").created()).isEqualTo(2);
        assertThat(memory.orders.get("import\nA1").lines()).hasSize(3);
        assertThat(memory.orders.get("import\nA2").customerId()).isNull();
        assertThat(done.amounts().get(0).total()).isEqualByComparingTo("7");
    }

    @Test
    void leavesOrdersOfAnEarlierRunAloneAndSaysSo() {
        orders("A1,2024-01-31,S1,Nut,2,1.5,7\n").run();
        FileImport again = orders("A1,2024-01-31,S1,Nut,2,1.5,7\nB1,2024-01-31,S1,Nut,1,1.5,9\n");
        MemoryLedger ledger = new MemoryLedger(true);

        Outcome done = again.run(ledger, 2);

        assertThat(done.skipped()).isEqualTo(1);
        assertThat(done.accepted()).isEqualTo(1);
        assertThat(done.effect("order")).isEqualTo(new Outcome.Effect("order", 1, 0, 1));
        assertThat(done.effect("customer")).isEqualTo(new Outcome.Effect("customer", 1, 0, 0));
        assertThat(ledger.rejects).singleElement().satisfies(r -> assertThat(r.state()).isEqualTo(RejectedRow.State.SKIPPED));
    }

    @Test
    void goesOnAfterACrashWithoutDuplicates() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rows.append("N").append(i).append(",2024-01-31,S").append(i % 50).append(",Nut,2,1.5,").append(i % 70).append("\n");
        }
        Outcome expected = FileImport.ofText(ORDERS + rows, ImportKind.ORDER_LINES, new Memory()).run();
        FileImport file = orders(rows.toString());
        for (int crash = 0; crash < 7; crash++) {
            MemoryLedger ledger = new MemoryLedger(true);
            int after = crash;
            while (true) {
                ledger.crashAfter = after++;
                try {
                    file.run(ledger, crash);
                    break;
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessage("crash");
                }
            }
            assertThat(memory.orders).hasSize(2_000).allSatisfy((k, o) -> assertThat(o.lines()).hasSize(1));
            assertThat(ledger.figures().outcome(expected.at(), 0)).usingRecursiveComparison().isEqualTo(expected);
            memory.orders.clear();
            memory.runs.clear();
            memory.products.clear();
            memory.customers.clear();
        }
        assertThatIllegalStateException().isThrownBy(() -> {
            MemoryLedger ledger = new MemoryLedger(true);
            ledger.crashAfter = 0;
            file.run(ledger, 1);
        });
    }

    @Test
    void bringsAnOrderToItsStatedTotalInWholeOrNotAtAll() {
        String header = "Order No,Order Date,SKU,Qty,Unit Price,Order Total,Shipping,Tax,Discount Amount,Cancelled at\n";
        FileImport file = FileImport.ofText(header + "A,2024-01-31,S1,2,10,26,5,2,1,\nB,2024-01-31,S1,1,10,10,,1.6,,2024-02-01\nC,2024-01-31,S1,1,10,99,,,,\nD,2024-01-31,S1,1,10,20,,,,\nD,2024-01-31,S2,x,10,,,,,\n",
                ImportKind.ORDER_LINES, memory);
        MemoryLedger ledger = new MemoryLedger(true);

        file.run(ledger, 1);

        assertThat(lines("A")).containsExactly("S1 20.0000", "SHIPPING 5", "DISCOUNT -1", "TAX 2");
        assertThat(lines("B")).as("tax is in the price").containsExactly("S1 10.0000");
        assertThat(memory.orders.get("import\nB").status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(lines("C")).containsExactly("S1 10.0000", "ADJUSTMENT 89.0000");
        assertThat(memory.orders).doesNotContainKey("import\nD");
        assertThat(ledger.rejects).extracting(r -> r.problems().get(0).code()).containsExactly("transfer.number", "transfer.incomplete");
        assertThat(memory.products.get("SHIPPING").stocked()).isFalse();
    }

    @Test
    void rejectsOnlyTheRowsOfWhatAnotherDomainRefuses() {
        memory.refusedSku = "BAD";
        FileImport file = orders("A1,2024-01-31,S1,Nut,2,1.5,7\nA2,2024-01-31,BAD,Worse,1,1,7\nA3,2024-01-31,S3,Bolt,1,1,7\n");
        MemoryLedger ledger = new MemoryLedger(true);

        Outcome done = file.run(ledger, 1);

        assertThat(done.accepted()).isEqualTo(2);
        assertThat(ledger.rejects).singleElement().satisfies(r -> assertThat(r.problems()).containsExactly(Problem.of("sku", "test.refused", "not this one")));
    }

    @Test
    void changesOnlyWhatAProductFileSays() {
        memory.products.put("P1", new Product(1, "P1", "Old", "kg", Money.of("5", "USD"), "Tools", true, true, 3));
        FileImport file = FileImport.ofText("商品编码;名称;售价\nP1;New;7,50\nP2;Second;1.234,00\nP2;Twice;1\nP3;;-1\n", ImportKind.PRODUCTS, memory);
        MemoryLedger ledger = new MemoryLedger(true);

        Outcome done = file.run(ledger, 1);

        assertThat(done.effect("product")).isEqualTo(new Outcome.Effect("product", 1, 1, 0));
        assertThat(memory.products.get("P1").data()).isEqualTo(new io.amphora.catalog.api.ProductData("P1", "New", "kg", Money.of("7.50", "EUR"), "Tools", true, true));
        assertThat(memory.products.get("P2").price()).isEqualTo(Money.of("1234", "EUR"));
        assertThat(done.examples()).contains(new Outcome.Change("product", "P1", "name", "Old", "New"));
        assertThat(ledger.rejects).extracting(r -> r.problems().get(0).code()).containsExactly("transfer.twice", "negative");
    }

    @Test
    void kitsComeWithWhatTheyConsistOf() {
        memory.products.put("OLD", new Product(1, "OLD", "Old kit", "pcs", Money.of("5", "EUR"), null, true, true, 3, null, null, List.of(new KitComponent("CUP", BigDecimal.ONE))));
        FileImport file = FileImport.ofText("SKU,Name,Price,Components\nSET,Tea set,50,CUP*4; 2 x POT-1|TRAY\nCUP,Cup,5,\nPOT-1,Pot,20,\nTRAY,Tray,9,\nBAD,Bad,1,CUP*0; NOPE\nLOST,Lost,1,NOPE; OLD\nOLD,Old,5,none\n",
                ImportKind.PRODUCTS, memory);
        MemoryLedger dry = new MemoryLedger(false);
        file.run(dry, 1);
        assertThat(dry.rejects).extracting(r -> r.problems().stream().map(Problem::code).toList()).containsExactlyInAnyOrder(List.of("transfer.components"),
                List.of("product.kit-unknown", "product.kit-in-kit"));

        file.run(new MemoryLedger(true), 1);

        assertThat(memory.products.get("SET").components()).containsExactly(new KitComponent("CUP", new BigDecimal("4")), new KitComponent("POT-1", new BigDecimal("2")),
                new KitComponent("TRAY", BigDecimal.ONE));
        assertThat(memory.products.get("OLD").components()).isEmpty();
        assertThat(memory.products).doesNotContainKeys("BAD", "LOST");
    }

    @Test
    void importsCustomersAndKeepsWhatTheFileDoesNotSay() {
        FileImport first = FileImport.ofText("Customer No,Company,Email,City,Street,Country\nC1,Acme,a@acme.example,Paris,Rue 1,FR\n", ImportKind.CUSTOMERS, memory);
        first.run();
        FileImport second = FileImport.ofText("Customer No,Telephone\nC1,+33 1\nC2,12\n", ImportKind.CUSTOMERS, memory);

        Outcome done = second.run(new MemoryLedger(true), 2);

        assertThat(done.effect("customer")).isEqualTo(new Outcome.Effect("customer", 1, 1, 0));
        assertThat(memory.customers.get("C1")).satisfies(c -> {
            assertThat(c.email()).isEqualTo("a@acme.example");
            assertThat(c.phone()).isEqualTo("+33 1");
            assertThat(c.addresses()).singleElement().satisfies(a -> assertThat(a.city()).isEqualTo("Paris"));
        });
    }

    @Test
    void countsStockAndRejectsWhatCannotBeCounted() {
        memory.products.put("P1", new Product(1, "P1", "Nut", "pcs", Money.of("5", "EUR"), null, true, true, 0));
        memory.products.put("P2", new Product(2, "P2", "Fee", "pcs", Money.of("5", "EUR"), null, true, false, 0));
        memory.levels.put("P1\n2", new StockLevel(9, "P1", 2, BigDecimal.TEN, new BigDecimal("4"), BigDecimal.ZERO, 1));
        FileImport file = FileImport.ofText("SKU,On hand,Warehouse\nP1,12.5,\nP1,3,WEST\nP2,1,MAIN\nNO,1,MAIN\nP1,1,EAST\nP1,-1,\n", ImportKind.STOCK, memory);
        MemoryLedger check = new MemoryLedger(false);
        MemoryLedger ledger = new MemoryLedger(true);

        Outcome planned = file.check(check, 1);
        Outcome done = file.run(ledger, 1);

        assertThat(planned).usingRecursiveComparison().isEqualTo(done);
        assertThat(done.effect("stock")).isEqualTo(new Outcome.Effect("stock", 1, 0, 0));
        assertThat(memory.levels.get("P1\n1").onHand()).isEqualByComparingTo("12.5");
        assertThat(ledger.rejects).extracting(r -> r.problems().get(0).code())
                .containsExactlyInAnyOrder("transfer.below-reserved", "transfer.not-stocked", "transfer.unknown-sku", "transfer.location", "negative");
    }

    @Test
    void leavesOutRowsThatSayNothingNewAndRejectsThoseThatContradict() {
        FileImport file = FileImport.ofText("SKU,Name,Price,Image\nP1,Cup,2.50,a.png\nP1,,,b.png\nP1,Cup,2.50,c.png\nP1,Cup,3,d.png\n", ImportKind.PRODUCTS, memory);
        MemoryLedger ledger = new MemoryLedger(true);

        Outcome done = file.run(ledger, 1);

        assertThat(List.of(done.accepted(), done.rejected(), done.skipped())).containsExactly(1L, 1L, 2L);
        assertThat(done.reasons()).extracting(r -> r.example().code() + " " + r.rows()).containsExactly("transfer.repeats 2", "transfer.twice 1");
    }

    @Test
    void tellsCustomersWithoutNumbersByTheirAddresses() {
        FileImport.ofText("Customer No,Company,Email\nC1,Acme,A@acme.example\n", ImportKind.CUSTOMERS, memory).run();
        FileImport file = FileImport.ofText("First name,Last name,E-mail,Telephone\nAnn,Lee,a@acme.example,12\nBob,Ray,b@ray.example,13\nCarl,,,\n", ImportKind.CUSTOMERS, memory);
        MemoryLedger ledger = new MemoryLedger(true);

        Outcome done = file.run(ledger, 2);

        assertThat(file.analysis.findings()).noneMatch(f -> f.blocking());
        assertThat(done.effect("customer")).isEqualTo(new Outcome.Effect("customer", 1, 1, 0));
        assertThat(memory.customers.get("C1").phone()).isEqualTo("12");
        assertThat(memory.customers.get("b@ray.example").name()).isEqualTo("Bob Ray");
        assertThat(ledger.rejects).singleElement().satisfies(r -> assertThat(fields(r)).containsExactly("email"));
    }

    @Test
    void takesNamesForCodesAndWordsForNothing() {
        FileImport file = FileImport.ofText("Order No,Order Date,Product name,Qty,Price,Order Total,Shipping,Line discount\nA1,2024-01-31,Tea pot,2,10.00,18.00,free,10%\nA2,2024-01-31," + "x".repeat(60) + ",n/a,1.00,1.00,-,\n",
                ImportKind.ORDER_LINES, memory);
        MemoryLedger ledger = new MemoryLedger(true);

        file.run(ledger, 1);

        assertThat(lines("A1")).containsExactly("Tea pot 18.0000");
        assertThat(ledger.rejects).singleElement().satisfies(r -> assertThat(fields(r)).containsExactly("quantity"));
    }

    private FileImport orders(String rows) {
        return FileImport.ofText(ORDERS + rows, ImportKind.ORDER_LINES, memory);
    }

    private List<String> lines(String number) {
        return memory.orders.get("import\n" + number).lines().stream().map((HistoricOrder.Line l) -> l.sku() + " " + l.amount()).toList();
    }

    private static List<String> fields(Reject reject) {
        return reject.problems().stream().map(Problem::field).toList();
    }
}
