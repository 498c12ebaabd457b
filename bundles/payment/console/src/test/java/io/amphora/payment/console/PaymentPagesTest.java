package io.amphora.payment.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.order.api.OrderQueries;
import io.amphora.payment.api.BankLine;
import io.amphora.payment.api.BankLines;
import io.amphora.payment.api.Payment;
import com.vaadin.flow.component.html.Div;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentStep;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.api.Payments;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentPagesTest {
    private static final Money ZERO = Money.of("0", "EUR");

    private final List<String> asked = new ArrayList<>();
    private final Actor finance = new Actor("finn", "Finn", Set.of("payment.read", "payment.take", "payment.refund", "order.read"));
    private Payment payment = payment(PaymentState.DUE, "0");

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(finance);
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private static Payment payment(PaymentState state, String captured) {
        return new Payment(5, 7, "A-7", 1L, PaymentKind.BALANCE, PaymentMethod.OPEN, null, null, state, Money.of("100", "EUR"), Money.of(captured, "EUR"), ZERO, ZERO,
                LocalDate.of(2024, 3, 1), null, null, null, null, Instant.EPOCH, "x", Instant.EPOCH, 3);
    }

    @SuppressWarnings("unchecked")
    private static <T> T twin(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (!answers.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answers.get(method.getName()).apply(args);
        });
    }

    private Payments payments() {
        return twin(Payments.class, Map.of("position", a -> PaymentPosition.of(7, "A-7", Money.of("100", "EUR"), ZERO, PaymentTerms.NET_14, LocalDate.of(2024, 3, 2), List.of(payment), 1),
                "list", a -> new Page<>(List.of(payment), null), "gateways", a -> List.of(), "steps", a -> List.of(step(1, PaymentAction.RECEIVE, "100", 100), step(2, PaymentAction.REFUND, "30", 200))));
    }

    private static PaymentStep step(long id, PaymentAction action, String amount, long second) {
        return new PaymentStep(id, 5, action, PaymentStep.State.DONE, Money.of(amount, "EUR"), "k", true, null, null, null, 0, "fina", Instant.ofEpochSecond(second), Instant.ofEpochSecond(second), null);
    }

    @Test
    void thePageOfThePastShowsWhatHadComeInByThen() {
        PaymentsPanel panel = new PaymentsPanel(payments(), desk(), credits());
        assertThat(panel.createAt(finance, "7", Instant.ofEpochSecond(50))).isNull();

        UI.getCurrent().add(panel.createAt(finance, "7", Instant.ofEpochSecond(150)));
        assertThat(_find(Div.class, spec -> spec.withClasses("payment-row"))).hasSize(1);
        assertThat(_find(Button.class)).as("nothing can be done to the past").isEmpty();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel.createAt(finance, "7", Instant.ofEpochSecond(250)));
        assertThat(_find(Div.class, spec -> spec.withClasses("payment-row"))).hasSize(2);
    }

    private PaymentDesk desk() {
        return twin(PaymentDesk.class, Map.of("receive", a -> {
            if (((BigDecimal) a[4]).signum() <= 0) {
                throw new AmphoraException.Invalid(Problem.of("amount", "not-positive", "must be above zero"));
            }
            asked.add("receive " + Arrays.asList(a).subList(1, 5));
            payment = payment(PaymentState.PAID, "100");
            return payment;
        }, "refund", a -> {
            asked.add("refund " + Arrays.asList(a).subList(1, 6));
            return payment;
        }));
    }

    private BankLines lines() {
        BankLine line = new BankLine(9, BankLine.State.UNMATCHED, "thanks", "Ada", new BigDecimal("12.50"), "EUR", LocalDate.of(2024, 3, 5), null,
                Problem.of("", "payment.line.no-order", "no order has this number or reference"), null, null, null, Instant.EPOCH, null, null, 1);
        return twin(BankLines.class, Map.of("list", a -> new Page<>(List.of(line), null)));
    }

    private io.amphora.payment.api.StoreCredits credits() {
        return twin(io.amphora.payment.api.StoreCredits.class, Map.of("balances", a -> List.of(new io.amphora.payment.api.StoreCredits.Balance(1, Money.of("30", "EUR"))),
                "entries", a -> new Page<>(List.of(new io.amphora.payment.api.StoreCredits.Entry(1, 1, io.amphora.payment.api.StoreCredits.Kind.GRANTED, Money.of("30", "EUR"), Money.of("30", "EUR"),
                        null, null, "sorry", Instant.EPOCH, "x")), null), "spend", a -> {
                    asked.add("spend " + a[1]);
                    return null;
                }, "grant", a -> {
                    asked.add("grant " + a[2] + " " + a[3]);
                    return null;
                }));
    }

    @Test
    void setsTheTermsOfAChannel() {
        io.amphora.payment.api.PaymentSetup setup = twin(io.amphora.payment.api.PaymentSetup.class, Map.of("version", a -> 1L, "terms",
                a -> new io.amphora.payment.api.PaymentSetup.Terms(PaymentTerms.NET_14, Map.of("shop", PaymentTerms.PREPAID)), "change", a -> {
                    asked.add(a[1].toString());
                    return a[1];
                }));
        CurrentUser.set(new Actor("mia", "Mia", Set.of("*")));
        UI.getCurrent().add(new PaymentSetupPage(setup, payments()));
        _click(button("remove-shop"));
        _setValue(_get(com.vaadin.flow.component.textfield.TextField.class, spec -> spec.withId("channel")), "rest");
        _click(button("add-channel"));
        _click(button("save"));

        assertThat(asked).containsExactly("Terms[usual=NET_14, byChannel={rest=NET_14}]");
    }

    @Test
    void paysWithStoreCreditAndGivesSome() {
        panel(finance);
        _click(button("spend"));
        UI.getCurrent().add(new StoreCreditPanel(credits()).create(finance, "1"));
        _click(button("store-grant"));
        _setValue(_get(BigDecimalField.class, spec -> spec.withId("payment-amount")), new BigDecimal("5"));
        _setValue(_get(com.vaadin.flow.component.textfield.TextField.class, spec -> spec.withId("payment-currency")), "eur");
        _setValue(_get(TextArea.class, spec -> spec.withId("payment-note")), "sorry again");
        _click(button("do"));

        assertThat(asked).containsExactly("spend 7", "grant 5 EUR sorry again");
    }

    private void panel(Actor actor) {
        UI.getCurrent().add(new PaymentsPanel(payments(), desk(), credits()).create(actor, "7"));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    @Test
    void takesMoneyFromTheOrderPage() {
        panel(finance);

        _click(button("receive-5"));
        _setValue(_get(BigDecimalField.class), BigDecimal.ZERO);
        _click(button("do"));
        assertThat(_get(BigDecimalField.class).getErrorMessage()).isEqualTo("must be above zero");
        _setValue(_get(BigDecimalField.class), new BigDecimal("100"));
        _click(button("do"));

        assertThat(asked).containsExactly("receive [5, 3, BANK_TRANSFER, 100]");
        _assertNone(MoneyDialog.class);
        assertThat(button("refund-5")).as("shown anew").isNotNull();
    }

    @Test
    void refundsWithAReason() {
        payment = payment(PaymentState.PAID, "100");
        panel(finance);

        _click(button("refund-5"));
        _setValue(_get(TextArea.class), "returned");
        _click(button("do"));

        assertThat(asked).singleElement().asString().startsWith("refund [5, 3, 100").endsWith("true, returned]");
    }

    @Test
    void offersNothingToWhoMayOnlyRead() {
        panel(new Actor("sam", "Sam", Set.of("payment.read", "order.read")));

        _assertNone(Button.class);
    }

    @Test
    void listsPaymentsAndTransfersThatFitNoOrder() {
        UI.getCurrent().add(new PaymentsPage(payments(), lines(), twin(OrderQueries.class, Map.of())));
        KeysetGrid<?> all = _get(KeysetGrid.class);
        assertThat(GridKt._getFormattedRow(all, 0)).contains("A-7");

        _get(Tabs.class).setSelectedIndex(5);

        KeysetGrid<?> transfers = _get(KeysetGrid.class);
        assertThat(GridKt._getFormattedRow(transfers, 0)).contains("thanks", "Ada", "no order has this number or reference");
    }

    @Test
    void whatIsToGiveBackIsThatAndNotWhatWasPaid() {
        payment = payment(PaymentState.PAID, "130");
        UI.getCurrent().add(new PaymentsPage(payments(), lines(), twin(OrderQueries.class, Map.of())));
        _get(Tabs.class).setSelectedIndex(4);

        assertThat(String.join(" ", GridKt._getFormattedRow(_get(KeysetGrid.class), 0))).contains("30.00").doesNotContain("130");
    }

    @Test
    void saysWhichRowsOfAStatementCannotBeReadAndKeepsItUntilItIs() {
        BankLines lines = twin(BankLines.class, Map.of("readCsv", a -> {
            asked.add((String) a[1]);
            if (((String) a[1]).contains("x")) {
                throw new AmphoraException.Invalid(List.of(Problem.of("lines[1].amount", "payment.line.unreadable", "{0} cannot be read", "x"),
                        Problem.of("lines[2].date", "payment.line.unreadable", "{0} cannot be read", "y")));
            }
            return new BankLines.Read(1, 0, 0, 0);
        }));
        new StatementDialog(lines, CurrentUser.actor(), () -> asked.add("read")).open();
        com.vaadin.flow.component.textfield.TextArea csv = _get(com.vaadin.flow.component.textfield.TextArea.class);
        _setValue(csv, "x");
        _click(_get(Button.class, spec -> spec.withId("do")));
        String told = _get(io.amphora.console.api.kit.FieldErrors.class).getElement().getTextRecursively();
        assertThat(told).contains("3").contains("4").contains("x cannot be read").contains("y cannot be read");
        assertThat(csv.getValue()).isEqualTo("x");

        _setValue(csv, "good");
        _click(_get(Button.class, spec -> spec.withId("do")));
        assertThat(asked).endsWith("good", "read");
        assertThat(com.github.mvysny.kaributesting.v10.LocatorJ._find(StatementDialog.class)).isEmpty();
    }

    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        assertThat(keys("payment-console_zh")).isEqualTo(keys("payment-console"));
    }

    private static Set<Object> keys(String name) throws IOException {
        Properties p = new Properties();
        p.load(new InputStreamReader(PaymentPagesTest.class.getResourceAsStream("/i18n/" + name + ".properties"), StandardCharsets.UTF_8));
        return p.keySet();
    }
}
