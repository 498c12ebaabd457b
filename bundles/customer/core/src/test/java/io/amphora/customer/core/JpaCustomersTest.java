package io.amphora.customer.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.Customers;
import io.amphora.platform.api.Event;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(CustomerEntities.class)
class JpaCustomersTest {
    private static final Actor ANNA = new Actor("anna", "Anna", Set.of(Customers.READ, Customers.EDIT));
    private static final Actor GUEST = new Actor("guest", "Guest", Set.of());
    private static final Address HOME = new Address("Anna", "Storgatan 9", "Uppsala", null, "753 31", "Sweden");
    private static final Address WORK = new Address(null, "Kungsgatan 1", "Uppsala", null, null, "Sweden");

    private TestDatabase db;
    private JpaCustomers customers;

    @BeforeEach
    void setUp(TestDatabase db) {
        this.db = db;
        db.clear();
        customers = new JpaCustomers(db.tx("customer"), db.outbox(), Clock.systemUTC());
    }

    private static CustomerData data(String number, String name, Address... addresses) {
        return new CustomerData(number, name, null, null, "Sweden", false, null, List.of(addresses));
    }

    private List<String> names(CustomerFilter filter) {
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            Page<Customer> page = customers.list(ANNA, filter, new PageRequest(after, 2));
            page.items().forEach(c -> names.add(c.name()));
            after = page.next();
        } while (after != null);
        return names;
    }

    private List<String> byText(String text) {
        return names(new CustomerFilter(text, null, null));
    }

    @TestTemplate
    void keepsWhatWasEnteredAndTellsOfIt() {
        CustomerData entered = new CustomerData("K-1", "Anna Bergström", "anna@example.com", "+46 70 123", "Sweden", true, "calls on Mondays", List.of(HOME, WORK), "zh-CN");

        Customer c = customers.create(ANNA, entered);

        assertThat(c.data()).isEqualTo(entered);
        assertThat(customers.find(ANNA, c.id())).isEqualTo(c);
        assertThat(customers.findByNumber(ANNA, "K-1")).contains(c);
        assertThat(customers.findByNumber(ANNA, "K-2")).isEmpty();
        assertThat(db.events()).extracting(Event::payload).containsExactly("{\"by\":\"anna\",\"number\":\"K-1\"}");
    }

    @TestTemplate
    void keepsTheLanguageAndRefusesWhatIsNone() {
        Customer c = customers.create(ANNA, new CustomerData("K-1", "Anna", null, null, null, false, null, List.of(), "sv"));
        Customer changed = customers.change(ANNA, c.id(), c.version(), new CustomerData("K-1", "Anna", null, null, null, false, null, List.of(), "zh-CN"));

        assertThat(customers.lookup(List.of(c.id())).get(c.id()).language()).isEqualTo("zh-CN");
        assertThat(changed.language()).isEqualTo("zh-CN");
        assertThat(db.events()).extracting(Event::payload).last().asString().contains("\"fields\":[\"language\"]");
        assertThatThrownBy(() -> customers.create(ANNA, new CustomerData("K-2", "Bo", null, null, null, false, null, List.of(), "not a tag")))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("customer.language"));
        assertThatThrownBy(() -> customers.create(ANNA, new CustomerData("K-2", "Bo", null, null, null, false, null, List.of(), "klingon")))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("customer.language"));
    }

    @TestTemplate
    void givesANumberThatIsFree() {
        Customer first = customers.create(ANNA, data(null, "first"));
        long next = Long.parseLong(first.number().substring(1)) + 2;
        customers.create(ANNA, data("C" + next, "took the number of the third"));

        Customer third = customers.create(ANNA, data(" ", "third"));

        assertThat(first.number()).matches("C[0-9]{5,}");
        assertThat(third.number()).isEqualTo("C" + next + "-2");
    }

    @TestTemplate
    void namesEverythingThatIsWrongAtOnce() {
        Address wrong = new Address("x".repeat(201), "s", "c".repeat(101), null, null, null);
        assertThatThrownBy(() -> customers.create(ANNA, new CustomerData("n".repeat(41), "", "nobody", "p".repeat(61), null, false, "n".repeat(2001), List.of(HOME, wrong))))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field)
                        .containsExactly("number", "name", "email", "phone", "note", "addresses[1].recipient", "addresses[1].city"));
        assertThatThrownBy(() -> customers.create(ANNA, new CustomerData("N", "x", null, null, null, false, null, Collections.nCopies(51, HOME))))
                .isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void refusesATakenNumber() {
        customers.create(ANNA, data("A", "one"));
        Customer b = customers.create(ANNA, data("B", "two"));

        assertThatThrownBy(() -> customers.create(ANNA, data("A", "two"))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("customer.number.taken"));
        assertThatThrownBy(() -> customers.change(ANNA, b.id(), b.version(), data("A", "two"))).isInstanceOf(AmphoraException.Invalid.class);
    }

    @TestTemplate
    void changesFieldsAndAddressesAndSaysWhich() {
        Customer c = customers.create(ANNA, data("A", "Anna", HOME));

        Customer moved = customers.change(ANNA, c.id(), c.version(), data("A", "Anna", WORK, HOME));
        Customer renamed = customers.change(ANNA, c.id(), moved.version(), data("A", "Anne", WORK, HOME));
        Customer same = customers.change(ANNA, c.id(), renamed.version(), data(null, "Anne", WORK, HOME));

        assertThat(moved.version()).isGreaterThan(c.version());
        assertThat(same).isEqualTo(renamed);
        assertThat(customers.find(ANNA, c.id())).isEqualTo(renamed);
        assertThat(renamed.addresses()).containsExactly(WORK, HOME);
        assertThat(db.events()).extracting(Event::payload).containsExactly("{\"by\":\"anna\",\"number\":\"A\"}",
                "{\"by\":\"anna\",\"number\":\"A\",\"fields\":[\"addresses\"]}", "{\"by\":\"anna\",\"number\":\"A\",\"fields\":[\"name\"]}");
        assertThat(byText("anne")).containsExactly("Anne");
        assertThat(byText("anna")).isEmpty();
    }

    @TestTemplate
    void refusesAChangeOfAnOldVersionAndOfNobody() {
        Customer c = customers.create(ANNA, data("A", "Anna", HOME));
        customers.change(ANNA, c.id(), c.version(), data("A", "Anna", WORK));

        assertThatThrownBy(() -> customers.change(ANNA, c.id(), c.version(), data("A", "Anna", HOME))).isInstanceOf(AmphoraException.Stale.class);
        assertThatThrownBy(() -> customers.change(ANNA, 4711, 0, data("A", "Anna"))).isInstanceOf(AmphoraException.NotFound.class);
    }

    @TestTemplate
    void listsNewestFirstPageByPage() {
        IntStream.range(0, 5).forEach(i -> customers.create(ANNA, data("N" + i, "n" + i, HOME, WORK)));

        assertThat(names(CustomerFilter.ALL)).containsExactly("n4", "n3", "n2", "n1", "n0");
        assertThat(customers.list(ANNA, CustomerFilter.ALL, PageRequest.first(2)).items()).allSatisfy(c -> assertThat(c.addresses()).containsExactly(HOME, WORK));
    }

    @TestTemplate
    void findsByNumberNameMailAndPhone() {
        customers.create(ANNA, new CustomerData("17850", "Anna Bergström", "anna@example.com", "+46 (70) 123-45", "Sweden", false, null, List.of()));
        customers.create(ANNA, new CustomerData("2024-001", "上海茗香贸易有限公司", "ann@example.cn", null, "China", true, null, List.of()));

        assertThat(byText("1785")).containsExactly("Anna Bergström");
        assertThat(byText("bergs")).containsExactly("Anna Bergström");
        assertThat(byText("ANNA B")).containsExactly("Anna Bergström");
        assertThat(byText("ann@")).containsExactly("上海茗香贸易有限公司");
        assertThat(byText("+46 70 12")).containsExactly("Anna Bergström");
        assertThat(byText("茗香")).containsExactly("上海茗香贸易有限公司");
        assertThat(byText("2024-0")).containsExactly("上海茗香贸易有限公司");
        assertThat(byText("ann")).containsExactly("上海茗香贸易有限公司", "Anna Bergström");
        assertThat(byText("+")).isEmpty();
        assertThat(names(new CustomerFilter("ann", "China", null))).containsExactly("上海茗香贸易有限公司");
        assertThat(names(new CustomerFilter(null, null, true))).containsExactly("上海茗香贸易有限公司");
        assertThat(names(new CustomerFilter(null, "Sweden", null))).containsExactly("Anna Bergström");
    }

    @TestTemplate
    void suggestsTheExactNumberFirst() {
        customers.create(ANNA, data("100", "b"));
        customers.create(ANNA, data("10", "a"));
        customers.create(ANNA, data("X", "10 Downing Street"));

        assertThat(customers.search(ANNA, "10", 10)).extracting(Customer::number).startsWith("10").containsExactlyInAnyOrder("10", "100", "X");
        assertThat(customers.search(ANNA, "", 10)).isEmpty();
    }

    @TestTemplate
    void importsManyAndCountsWhatItDid() {
        customers.create(ANNA, data("OLD", "old"));
        customers.create(ANNA, data("SAME", "same", HOME));
        List<CustomerData> rows = new ArrayList<>(List.of(data("OLD", "old", WORK), data("SAME", "same", HOME)));
        IntStream.range(0, 600).forEach(i -> rows.add(data("I" + i, "imported " + i, HOME)));

        Customers.Saved saved = customers.saveAll(ANNA, rows);
        Customers.Saved again = customers.saveAll(ANNA, rows);

        assertThat(saved.created()).isEqualTo(600);
        assertThat(saved.changed()).isOne();
        assertThat(saved.unchanged()).isOne();
        assertThat(again.unchanged()).isEqualTo(602);
        assertThat(again.ids()).isEqualTo(saved.ids()).hasSize(602);
        assertThat(customers.find(ANNA, saved.ids().get("OLD")).addresses()).containsExactly(WORK);
        assertThat(byText("imported")).hasSize(600);
        assertThat(db.events()).extracting(Event::topic).containsExactly("customer.created", "customer.created", "customer.imported");
    }

    @TestTemplate
    void findsManyByNumberOrMail() {
        Customer oldest = customers.create(ANNA, new CustomerData("A", "Anna", "Anna@Example.com", null, null, false, null, List.of(HOME)));
        customers.create(ANNA, new CustomerData("B", "Bo", "anna@example.com", null, null, false, null, List.of()));

        assertThat(customers.findAll(ANNA, List.of("A", "nobody"))).containsOnlyKeys("A").containsValue(oldest);
        assertThat(customers.findByEmails(ANNA, List.of(" ANNA@example.com", "x@y"))).containsOnlyKeys("anna@example.com").containsValue(oldest);
        assertThat(customers.findAll(ANNA, List.of())).isEmpty();
    }

    @TestTemplate
    void refusesAnImportNamingTheRows() {
        assertThatThrownBy(() -> customers.saveAll(ANNA, List.of(data("A", "ok"), data(null, " "))))
                .isInstanceOfSatisfying(AmphoraException.Invalid.class, e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("[1].name", "[1].number"));
    }

    @TestTemplate
    void lookupFollowsLocalChangesAtOnce() {
        Customer c = customers.create(ANNA, data("A", "Anna", HOME, WORK));
        assertThat(customers.lookup(List.of(c.id(), -1L))).containsOnlyKeys(c.id());

        customers.change(ANNA, c.id(), c.version(), data("A", "Anna", WORK));

        assertThat(customers.lookup(Set.of(c.id())).get(c.id())).isEqualTo(new Customers.Facts(c.id(), "A", "Anna", "Sweden", false, WORK));
    }

    @TestTemplate
    void asksForPermission() {
        assertThatThrownBy(() -> customers.create(GUEST, data("A", "x"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> customers.change(GUEST, 1, 1, data("A", "x"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> customers.saveAll(GUEST, List.of())).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> customers.list(GUEST, CustomerFilter.ALL, PageRequest.first(1))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> customers.find(GUEST, 1)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void theCreditLimitIsForThoseWhoAnswerForCredit() {
        Actor fin = new Actor("fin", "Fin", Set.of(Customers.READ, Customers.CREDIT));
        Customer c = customers.create(ANNA, new CustomerData("K-1", "Anna", null, null, null, false, null, List.of()));
        CustomerData limited = new CustomerData("K-1", "Anna", null, null, null, false, null, List.of(), null, new java.math.BigDecimal("500.00"));

        assertThatThrownBy(() -> customers.change(ANNA, c.id(), c.version(), limited)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> customers.saveAll(ANNA, List.of(limited))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> customers.change(fin, c.id(), c.version(), limited.withBlocked(true))).isInstanceOf(AmphoraException.NotPermitted.class);
        Customer changed = customers.change(fin, c.id(), c.version(), limited);

        assertThat(changed.creditLimit()).isEqualByComparingTo("500");
        assertThat(customers.find(ANNA, c.id())).isEqualTo(changed);
        assertThat(customers.lookup(Set.of(c.id())).get(c.id()).creditLimit()).isEqualByComparingTo("500");
        assertThat(customers.change(ANNA, c.id(), changed.version(), changed.data().withBlocked(true)).creditLimit()).isEqualByComparingTo("500");
    }
}
