package io.amphora.returns.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.OrderAttachments;
import io.amphora.returns.api.Disposition;
import io.amphora.returns.api.ItemCondition;
import io.amphora.returns.api.RefundQuote;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnCredits;
import io.amphora.returns.api.ReturnDesk;
import io.amphora.returns.api.ReturnDesk.NewReturn;
import io.amphora.returns.api.ReturnDesk.NewSettlement;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnPolicy;
import io.amphora.returns.api.ReturnPolicy.Rules;
import io.amphora.returns.api.ReturnPhotos;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.ReturnReasons.Reason;
import io.amphora.returns.api.ReturnRow;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.api.Returnable;
import io.amphora.returns.api.Returns;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturnPagesTest {
    private final List<Object> asked = new ArrayList<>();
    private final Actor mia = new Actor("mia", "Mia", Set.of("*"));
    private ReturnCredits.Note note = new ReturnCredits.Note(5, "INV-5", eur("25"), null, null);
    private Return shown = one(ReturnState.REQUESTED, "0", List.of(), null);

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(mia);
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private static BigDecimal n(String n) {
        return new BigDecimal(n);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Return one(ReturnState state, String received, List<Return.Receipt> receipts, Return.Settlement settlement) {
        Return.Line line = new Return.Line(21, 11, 1, "SKU-1", "Teapot", "pcs", n("2"), n(received), BigDecimal.ZERO, BigDecimal.ZERO, eur("0"), "UNWANTED", null, receipts);
        return new Return(3, "R2024-00003", ReturnKind.RETURN, 7, "A-7", 1L, "Ada", "EUR", state, ReturnOutcome.REFUND, null, null, null, null, Instant.EPOCH, "sara", null, null, null,
                Instant.EPOCH, List.of(line), settlement, 4);
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

    private Returns returns() {
        ReturnRow row = new ReturnRow(3, "R2024-00003", ReturnKind.RETURN, 7, "A-7", 1L, "Ada", ReturnState.REQUESTED, ReturnOutcome.REFUND, 1, n("2"), null, Instant.EPOCH, 4);
        Returnable.Line free = new Returnable.Line(11, 1, "SKU-1", "Teapot", "pcs", n("3"), n("1"), Instant.EPOCH, null);
        Returnable.Line late = new Returnable.Line(12, 2, "SKU-2", "Cup", "pcs", n("3"), n("0"), Instant.EPOCH, Problem.of("", "returns.nothing-left", "all of {0} is in other returns", "SKU-2"));
        return twin(Returns.class, Map.of("list", a -> new Page<>(List.of(row), null), "count", a -> ((ReturnFilter) a[1]).state() == ReturnState.REQUESTED ? 1 : 0, "find", a -> shown,
                "findByNumber", a -> Optional.empty(), "timeline", a -> List.of(new Returns.Entry(1, Instant.EPOCH, "sara", "requested", "too big")),
                "returnable", a -> new Returnable(7, "A-7", List.of(free, late)),
                "quote", a -> {
                    BigDecimal q = ((NewSettlement) a[2]).quantities().get(21L);
                    if (q.compareTo(n("2")) > 0) {
                        throw new AmphoraException.Invalid(Problem.of("quantities.21", "returns.at-most", "must be at most {0}", "2"));
                    }
                    Money worth = eur("12.50").times(q);
                    List<NewOrder.Line> chosen = ((NewSettlement) a[2]).lines();
                    Money goods = chosen.isEmpty() ? null : chosen.stream().map(l -> eur(l.unitPrice() == null ? "30.00" : l.unitPrice().toPlainString()).times(l.quantity())).reduce(eur("0"), Money::plus);
                    return new RefundQuote(worth, eur("0"), eur("0"), worth, eur("5"), worth.minus(eur("5")), eur("4"),
                            List.of(new RefundQuote.Line(21, "SKU-1", q, n("0"), n("3"), eur("37.50"), worth)), goods);
                }));
    }

    private ReturnDesk desk() {
        return twin(ReturnDesk.class, Map.of("request", a -> {
            asked.add(a[2]);
            if (((NewReturn) a[2]).lines().get(0).quantity().compareTo(n("2")) > 0) {
                throw new AmphoraException.Refused(Problem.of("lines[0].quantity", "returns.too-many-wanted", "only {0} of {1} can come back", "2", "SKU-1"));
            }
            return shown;
        }, "approve", a -> shown = one(ReturnState.APPROVED, "0", List.of(), null), "receive", a -> {
            asked.add(a[3]);
            return shown;
        }, "inspect", a -> {
            asked.add(a[3]);
            return shown;
        }, "settle", a -> {
            asked.add(a[3]);
            return shown;
        }));
    }

    private static ReturnReasons reasons() {
        return twin(ReturnReasons.class, Map.of("list", a -> List.of(new Reason("UNWANTED", "No longer wanted", "不想要了", false, true, 1, 1), new Reason("MISSING", "Missing", "少发", true, true, 2, 1))));
    }

    private static Locations locations() {
        List<Location> all = List.of(new Location(1, "MAIN", "Main", null, 1, true, 1));
        return twin(Locations.class, Map.of("active", a -> all, "list", a -> all));
    }

    private static <C extends Component> C get(Class<C> type, String id) {
        return _get(type, spec -> spec.withId(id));
    }

    private void page() {
        ReturnPage page = new ReturnPage(returns(), desk(), reasons(), locations(), credits(), products(), photos(), files());
        page.setParameter(null, 3L);
        UI.getCurrent().add(page);
    }

    @Test
    void asksForAReturnAndShowsWhatIsRefusedAtItsField() {
        UI.getCurrent().add(new OrderReturnsPanel(returns(), desk(), reasons()).create(mia, "7"));
        _click(get(Button.class, "request-return"));
        assertThat(_get(com.vaadin.flow.component.html.Span.class, s -> s.withClasses("return-why")).getText()).contains("SKU-2");
        BigDecimalField quantity = get(BigDecimalField.class, "quantity-1");
        _setValue(quantity, n("5"));
        _click(get(Button.class, "do"));
        assertThat(quantity.isInvalid()).isTrue();

        _setValue(quantity, n("2"));
        try {
            _click(get(Button.class, "do"));
        } catch (com.vaadin.flow.router.NotFoundException e) {
            assertThat(e).as("the page of the return is not registered here").isNotNull();
        }
        assertThat(((NewReturn) asked.get(1)).lines()).extracting(ReturnDesk.NewLine::reason).containsExactly("UNWANTED");
    }

    @Test
    void offersTheNextStepFirstAndOnlyWhatOneMay() {
        page();
        _click(get(Button.class, "approve"));
        assertThat(get(Button.class, "receive").isEnabled()).isTrue();
        _assertNone(Button.class, spec -> spec.withId("settle"));

        MockVaadin.tearDown();
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("x", "X", Set.of("returns.read")));
        page();
        _assertNone(Button.class, spec -> spec.withId("receive"));
    }

    @Test
    void scansGoodsIn() {
        shown = one(ReturnState.APPROVED, "0", List.of(), null);
        page();
        _click(get(Button.class, "receive"));
        io.amphora.console.api.kit.Scan scan = get(io.amphora.console.api.kit.Scan.class, "scan-goods");
        for (String code : List.of("sku-1", "SKU-1", "SKU-1", "SKU-9")) {
            scan.setValue(code);
            com.vaadin.flow.component.ComponentUtil.fireEvent(scan, new com.vaadin.flow.component.KeyPressEvent(scan, "Enter"));
        }
        assertThat(scan.isInvalid()).isTrue();
        assertThat(get(BigDecimalField.class, "quantity-21").getValue()).as("never more than awaited").isEqualByComparingTo("2");
        _click(get(Button.class, "do"));
        assertThat(asked).containsExactly(List.of(new ReturnDesk.Arrival(21, n("2"), ItemCondition.AS_NEW, null)));
    }

    @Test
    void receivesAllThatIsAwaitedWithOneClickAndAsksForANumberOtherwise() {
        shown = one(ReturnState.APPROVED, "0", List.of(), null);
        page();
        _click(get(Button.class, "receive"));
        _click(get(Button.class, "do"));
        assertThat(asked).as("nothing was said to have come").isEmpty();
        _click(get(Button.class, "all"));
        _click(get(Button.class, "do"));
        assertThat(asked).containsExactly(List.of(new ReturnDesk.Arrival(21, n("2"), ItemCondition.AS_NEW, null)));
    }

    @Test
    void suggestsWhereGoodsGo() {
        shown = one(ReturnState.RECEIVED, "2", List.of(new Return.Receipt(31, n("1"), ItemCondition.AS_NEW, null, Instant.EPOCH, "wang", null, null, null, null),
                new Return.Receipt(32, n("1"), ItemCondition.DAMAGED, "crack", Instant.EPOCH, "wang", null, null, null, null)), null);
        page();
        _click(get(Button.class, "inspect"));
        _click(get(Button.class, "do"));
        assertThat(asked).containsExactly(List.of(new ReturnDesk.Verdict(31, null, Disposition.RESTOCK, null), new ReturnDesk.Verdict(32, null, Disposition.QUARANTINE, null)));
    }

    @Test
    void showsHowTheMoneyComesAboutBeforeItIsDecided() {
        shown = one(ReturnState.INSPECTED, "2", List.of(), null);
        page();
        _click(get(Button.class, "settle"));
        _setValue(get(BigDecimalField.class, "settle-21"), n("2"));
        assertThat(get(Div.class, "money").getElement().getTextRecursively()).contains("25.00").contains("20.00");
        _setValue(get(BigDecimalField.class, "settle-21"), n("3"));
        assertThat(get(BigDecimalField.class, "settle-21").isInvalid()).isTrue();
        _setValue(get(BigDecimalField.class, "settle-21"), n("1"));
        _click(get(Button.class, "do"));
        assertThat(((NewSettlement) asked.get(0)).quantities()).isEqualTo(Map.of(21L, n("1")));
        assertThat(((NewSettlement) asked.get(0)).outcome()).isEqualTo(ReturnOutcome.REFUND);
    }

    private static ReturnPhotos photos() {
        return twin(ReturnPhotos.class, Map.of("list", a -> List.of(new Attachment(1, 7, "crack.jpg", "image/jpeg", 10, "0", "wang", Instant.EPOCH))));
    }

    private static OrderAttachments files() {
        return twin(OrderAttachments.class, Map.of());
    }

    @Test
    void showsPhotosAndTakesMoreFromThoseWhoHandleTheReturn() {
        page();
        assertThat(_get(com.vaadin.flow.component.html.Anchor.class, spec -> spec.withText("crack.jpg")).getHref()).isNotEmpty();
        assertThat(get(com.vaadin.flow.component.upload.Upload.class, "add-photo").getAcceptedFileTypes()).contains("image/*", ".pdf");
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new PhotosBlock(photos(), files(), new Actor("x", "X", Set.of("returns.read", "order.read")), 3));
        _assertNone(com.vaadin.flow.component.upload.Upload.class);
    }

    private static Products products() {
        Product lamp = new Product(1, "SKU-9", "Lamp", "pcs", eur("30.00"), null, true, true, 1);
        return twin(Products.class, Map.of("search", a -> List.of(lamp), "findBySku", a -> a[1].equals("SKU-9") ? Optional.of(lamp) : Optional.empty()));
    }

    @Test
    @SuppressWarnings("unchecked")
    void picksGoodsInExchangeAndShowsTheDifferenceAtOnce() {
        shown = one(ReturnState.INSPECTED, "2", List.of(), null);
        page();
        _click(get(Button.class, "settle"));
        _assertNone(ComboBox.class);
        _setValue(get(Select.class, "outcome"), ReturnOutcome.EXCHANGE);
        ComboBox<Product> picker = get(ComboBox.class, "exchange-product");
        _setValue(picker, products().search(mia, "", 1).get(0));
        assertThat(picker.getValue()).as("ready for the next").isNull();
        _setValue(get(BigDecimalField.class, "settle-21"), n("2"));
        assertThat(get(Div.class, "money").getElement().getTextRecursively()).contains("30.00").contains("10.00").contains("money.difference");
        _setValue(get(BigDecimalField.class, "exchange-price-SKU-9"), n("15"));
        assertThat(get(Div.class, "money").getElement().getTextRecursively()).contains("5.00").contains("money.difference-back");
        _setValue(picker, products().search(mia, "", 1).get(0));
        assertThat(get(BigDecimalField.class, "exchange-quantity-SKU-9").getValue()).isEqualByComparingTo("2");
        _click(get(Button.class, "do"));
        assertThat(((NewSettlement) asked.get(0)).lines()).usingRecursiveFieldByFieldElementComparator().containsExactly(new NewOrder.Line("SKU-9", n("2"), n("15")));
    }

    private ReturnCredits credits() {
        return twin(ReturnCredits.class, Map.of("notes", a -> List.of(note), "issue", a -> {
            note = new ReturnCredits.Note(5, "INV-5", eur("25"), 8L, "CN-8");
            return List.of(note);
        }));
    }

    @Test
    void issuesTheCreditNoteWithOneClick() {
        Return.Settlement settlement = new Return.Settlement(ReturnOutcome.REFUND, eur("25"), eur("0"), eur("0"), eur("25"), eur("20"), null, null, null, Instant.EPOCH, "fina", Instant.EPOCH, List.of());
        shown = one(ReturnState.COMPLETED, "2", List.of(), settlement);
        UI.getCurrent().add(new CreditNotesBlock(credits(), mia, Runnable::run, 3, () -> asked.add("issued")));
        assertThat(get(Div.class, "credit-notes").getElement().getTextRecursively()).contains("credit-note.todo").contains("25.00");
        _click(get(Button.class, "issue-credit-notes"));
        MockVaadin.clientRoundtrip();
        assertThat(get(Div.class, "credit-notes").getElement().getTextRecursively()).contains("credit-note.done");
        _assertNone(Button.class, spec -> spec.withId("issue-credit-notes"));
        assertThat(asked).containsExactly("issued");

        UI.getCurrent().removeAll();
        page();
        assertThat(get(Div.class, "credit-notes").getElement().getTextRecursively()).contains("credit-note.done");
    }

    @Test
    void showsWhatWasDecidedAndWhatFailed() {
        Return.Step failed = new Return.Step(1, Return.Step.Kind.REFUND, Return.Step.State.FAILED, 5L, eur("20"), false, Problem.of("", "returns.declined", "the refund was declined: {0}", "no"), null);
        Return.Settlement settlement = new Return.Settlement(ReturnOutcome.REFUND, eur("25"), eur("0"), eur("0"), eur("25"), eur("20"), null, null, null, Instant.EPOCH, "fina", null, List.of(failed));
        shown = one(ReturnState.SETTLING, "2", List.of(), settlement);
        page();
        assertThat(get(Div.class, "money").getElement().getTextRecursively()).contains("25.00").contains("20.00");
        assertThat(get(Button.class, "retry").isEnabled()).isTrue();
        _assertNone(Button.class, spec -> spec.withId("receive"));

        Return.Settlement exchange = new Return.Settlement(ReturnOutcome.EXCHANGE, eur("25"), eur("0"), eur("0"), eur("25"), eur("25"), 99L, "A-99", "n", Instant.EPOCH, "fina", Instant.EPOCH, List.of());
        shown = one(ReturnState.COMPLETED, "2", List.of(), exchange);
        UI.getCurrent().removeAll();
        page();
        assertThat(_get(com.vaadin.flow.component.html.Anchor.class, spec -> spec.withPredicate(x -> x.getHref().equals("order/99"))).getText()).isEqualTo("A-99");
    }

    @Test
    void listsReturnsAndCountsThem() {
        UI.getCurrent().add(new ReturnsPage(returns()));
        KeysetGrid<?> grid = _get(KeysetGrid.class);
        assertThat(GridKt._size(grid)).isEqualTo(1);
        assertThat(get(com.vaadin.flow.component.tabs.Tab.class, "view-REQUESTED").getLabel()).endsWith(" 1");
    }

    @Test
    void savesRulesAndShowsWhatIsWrong() {
        ReturnPolicy policy = twin(ReturnPolicy.class, Map.of("rules", a -> Rules.DEFAULT, "version", a -> 4L, "change", a -> {
            assertThat(a[2]).as("the version that was read").isEqualTo(4L);
            if (((Rules) a[1]).days() < 0) {
                throw new AmphoraException.Invalid(Problem.of("days", "returns.days", "must be between 0 and {0}", 3650));
            }
            asked.add(a[1]);
            return a[1];
        }));
        ReturnSetupPage page = new ReturnSetupPage(reasons(), policy);
        UI.getCurrent().add(page);
        IntegerField days = _get(page, IntegerField.class, spec -> spec.withPredicate(f -> f.getValue() != null && f.getValue() == 30));
        days.setValue(null);
        Button save = _get(Button.class, spec -> spec.withPredicate(b -> b.getThemeNames().contains("primary")));
        _click(save);
        assertThat(days.isInvalid()).isTrue();
        days.setValue(14);
        _click(save);
        assertThat(((Rules) asked.get(0)).days()).isEqualTo(14);
    }

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Properties en = texts("");
        Properties zh = texts("_zh");
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                for (Matcher m = Pattern.compile("\"(returns\\.[a-z.-]*[a-z])\"").matcher(Files.readString(file)); m.find(); ) {
                    used.add(m.group(1));
                }
            }
        }
        Set<String> prefixes = Set.of("returns.step", "returns.step.kind", "returns.css", "returns.condition", "returns.disposition", "returns.not-shipped", "returns.too-late", "returns.excluded");
        assertThat(used.stream().filter(k -> !prefixes.contains(k) && !k.startsWith("returns.read"))).allMatch(k -> en.containsKey(k) || en.containsKey("problem." + k));
        Arrays.stream(ReturnState.values()).forEach(s -> assertThat(en).containsKey("returns.state." + s.name().toLowerCase().replace('_', '-')));
        Arrays.stream(ReturnOutcome.values()).forEach(s -> assertThat(en).containsKey("returns.outcome." + s.name().toLowerCase().replace('_', '-')));
        Arrays.stream(Disposition.values()).forEach(s -> assertThat(en).containsKey("returns.disposition." + s.name().toLowerCase().replace('_', '-')));
        Arrays.stream(ItemCondition.values()).forEach(s -> assertThat(en).containsKey("returns.condition." + s.name().toLowerCase().replace('_', '-')));
    }

    private static Properties texts(String suffix) throws IOException {
        Properties p = new Properties();
        try (InputStreamReader in = new InputStreamReader(ReturnPagesTest.class.getResourceAsStream("/i18n/returns-console" + suffix + ".properties"), StandardCharsets.UTF_8)) {
            p.load(in);
        }
        return p;
    }
}
