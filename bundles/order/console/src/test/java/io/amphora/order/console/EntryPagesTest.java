package io.amphora.order.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import io.amphora.common.Actor;
import io.amphora.common.Money;
import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.identity.api.People;
import io.amphora.order.api.Attachment;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAttachments;
import io.amphora.order.api.OrderDates;
import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.OrderPlans;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.OrderTemplates;
import io.amphora.order.api.Promise;
import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationStatus;
import io.amphora.order.api.Quotations;
import io.amphora.order.api.Schedule;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What accompanies the entry of orders: quotation, promise, files, mentions, templates, recurring orders. */
class EntryPagesTest {
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("*"));
    private static final Actor READER = new Actor("ron", "Ron", Set.of("order.read"));

    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(MIA);
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    /** Answers what is named; the rest is noted and refused as unexpected. */
    private <T> T twin(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Function<Object[], Object> answer = answers.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            return answer.apply(args);
        }));
    }

    private Object note(String what, Object[] args, Object answer) {
        done.add(what + " " + Arrays.asList(args).subList(1, args.length));
        return answer;
    }

    private static Order order(LineStatus status, Promise promise, Long quotation) {
        Order.Line line = new Order.Line(1, 1, "TEA-1", "Darjeeling", new BigDecimal("2"), "pcs", Money.of("12.90", "EUR"), Money.of("25.80", "EUR"), status, 5L);
        return new Order(17, "A-17", Order.Kind.SALE, "console", null, 3L, "Café Central", null, OrderStatus.of(List.of(status)), Money.of("25.80", "EUR"), Address.EMPTY, null, null,
                Instant.EPOCH, Instant.EPOCH, "sam", null, null, false, List.of(line), List.of(), List.of(), 4, List.of(), null, promise, quotation);
    }

    private OrderQueries orders(Order order) {
        return twin(OrderQueries.class, Map.of("find", a -> order));
    }

    private static Quotation quotation(QuotationStatus status) {
        return new Quotation(31, "Q-31", 17, "A-17", 3L, "Café Central", Money.of("25.80", "EUR"), status, LocalDate.of(2026, 12, 24), null, "sam", Instant.EPOCH, null, null, 7);
    }

    private static void show(Component component) {
        UI.getCurrent().add(component);
    }

    private static Button byId(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    @Test
    void draftBecomesAQuotation() {
        Quotations quotations = twin(Quotations.class, Map.of("quote", a -> note("quote", a, quotation(QuotationStatus.OPEN))));
        show(new QuotationPanel(quotations, orders(order(LineStatus.DRAFT, null, null))).create(MIA, "17"));

        _click(byId("make-quotation"));
        _click(byId("confirm"));

        assertThat(done).containsExactly("quote [17, 4, null]");
        assertThat(new QuotationPanel(quotations, orders(order(LineStatus.APPROVED, null, null))).create(MIA, "17")).isNull();
        assertThat(new QuotationPanel(quotations, orders(order(LineStatus.DRAFT, null, null))).create(READER, "17")).isNull();
    }

    @Test
    void quotationOffersItsNextStepsOnly() {
        Quotations quotations = twin(Quotations.class, Map.of("find", a -> quotation(QuotationStatus.SENT), "accept", a -> note("accept", a, quotation(QuotationStatus.ACCEPTED)), "decline",
                a -> note("decline", a, quotation(QuotationStatus.DECLINED))));
        show(new QuotationPanel(quotations, orders(order(LineStatus.DRAFT, null, 31L))).create(MIA, "17"));

        assertThat(_find(Button.class)).extracting(b -> b.getId().orElse("")).containsExactly("quotation-send", "quotation-revise", "quotation-accept", "quotation-decline");
        _click(byId("quotation-accept"));
        _click(byId("quotation-decline"));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "too dear");
        _click(byId("confirm"));

        assertThat(done).containsExactly("accept [31, 7, null]", "decline [31, 7, too dear]");
    }

    @Test
    void anotherPromiseAsksForTheReason() {
        OrderDates dates = twin(OrderDates.class, Map.of("promise", a -> note("promise", a, null)));
        LocalDate past = LocalDate.of(2020, 1, 2);
        show(new PromisePanel(dates, orders(order(LineStatus.APPROVED, new Promise(past, past.plusDays(1)), null))).create(MIA, "17"));

        _click(byId("promise"));
        DatePicker day = _get(DatePicker.class, spec -> spec.withId("day"));
        LocalDate next = LocalDate.now().plusDays(9);
        _setValue(day, next);
        _click(byId("confirm"));
        assertThat(_get(TextArea.class, spec -> spec.withId("reason")).isInvalid()).isTrue();
        assertThat(done).isEmpty();
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "strike");
        _click(byId("confirm"));

        assertThat(done).containsExactly("promise [17, 4, [], " + next + ", strike]");
        assertThat(_find(io.amphora.console.api.kit.Badge.class)).extracting(b -> ((HasElement) b).getElement().getText()).contains("!order.late");
    }

    @Test
    void readersSeePromisesButNoButtons() {
        PromisePanel panel = new PromisePanel(twin(OrderDates.class, Map.of()), orders(order(LineStatus.APPROVED, Promise.NONE, null)));
        assertThat(panel.create(READER, "17")).isNull();
        show(new PromisePanel(twin(OrderDates.class, Map.of()), orders(order(LineStatus.SHIPPED, Promise.NONE.to(LocalDate.EPOCH), null))).create(MIA, "17"));
        _assertNone(Button.class);
    }

    @Test
    void filesAreListedAndDeleted() {
        List<Attachment> files = new ArrayList<>(List.of(new Attachment(9, 17, "Plan.pdf", "application/pdf", 2048, "00", "sam", Instant.EPOCH)));
        OrderAttachments attachments = twin(OrderAttachments.class, Map.of("list", a -> List.copyOf(files), "maxBytes", a -> 20L * 1024 * 1024, "endings", a -> Set.of("pdf"), "delete",
                a -> note("delete", a, files.remove(0))));
        show(new AttachmentsPanel(attachments).create(MIA, "17"));

        assertThat(_get(Anchor.class).getText()).isEqualTo("Plan.pdf");
        assertThat(_get(Upload.class).getAcceptedFileTypes()).contains(".pdf");
        _click(_get(Button.class, spec -> spec.withPredicate(b -> b.getAriaLabel().orElse("").contains("Plan.pdf"))));
        _click(byId("confirm"));

        assertThat(done).containsExactly("delete [17, 9]");
        _assertNone(Anchor.class);
    }

    @Test
    void whoMayNotAttachHasNoUpload() {
        show(new AttachmentsPanel(twin(OrderAttachments.class, Map.of("list", a -> List.of()))).create(READER, "17"));
        _assertNone(Upload.class);
    }

    @Test
    void peopleAreOfferedWhileTheirNameIsTyped() {
        People people = twin(People.class, Map.of("find", a -> "wa".equals(a[1]) ? List.of(new People.Person("wang.li", "Wang Li")) : List.of()));
        MentionField field = new MentionField(() -> people, MIA);
        show(field);

        _setValue(_get(TextField.class, spec -> spec.withId("remark")), "please ask @wa");
        _click(_get(Button.class, spec -> spec.withText("Wang Li  @wang.li")));

        assertThat(field.getValue()).isEqualTo("please ask @wang.li ");
        _setValue(_get(TextField.class, spec -> spec.withId("remark")), "no mail@wa");
        _assertNone(Button.class);
        MentionField alone = new MentionField(() -> null, MIA);
        show(alone);
        alone.clear();
        assertThat(alone.getValue()).isEmpty();
    }

    @Test
    void templateIsWrittenLineByLine() {
        OrderTemplates templates = twin(OrderTemplates.class, Map.of("create", a -> note("create", a, null)));
        new TemplateDialog(templates, twin(Customers.class, Map.of()), MIA, null, () -> done.add("saved")).open();

        _setValue(_get(TextField.class, spec -> spec.withId("template-name")), "Weekly");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("SKU")), " TEA-1 ");
        _setValue(_find(BigDecimalField.class).get(0), new BigDecimal("3"));
        _click(byId("confirm"));

        assertThat(done).containsExactly("create [Content[name=Weekly, customerId=null, currency=null, note=null, lines=[Line[sku=TEA-1, quantity=3, unitPrice=null]]]]", "saved");
    }

    @Test
    void waitingDaysStandAboveWithAllTheirReasons() {
        Schedule weekly = new Schedule(Schedule.Unit.WEEK, 1, null, null, LocalDate.EPOCH, null);
        OrderPlan plan = new OrderPlan(5, 2, "Weekly tea", 3, "Café Central", weekly, LocalDate.of(2026, 12, 24), false, 1, "sam", Instant.EPOCH, 1);
        OrderPlan.Run run = new OrderPlan.Run(8, 5, LocalDate.EPOCH, OrderPlan.RunState.WAITING, null, List.of(Problem.of("lines[0].sku", "x", "sold out"), Problem.of("", "y", "blocked")), 1,
                Instant.EPOCH, null, Instant.EPOCH, 2);
        OrderPlans plans = twin(OrderPlans.class, Map.of("list", a -> new Page<>(List.of(plan), null), "runs", a -> new Page<>(List.of(run), null), "find", a -> plan, "retry",
                a -> note("retry", a, run)));
        show(new RecurringPage(plans));

        assertThat(_find(ListItem.class)).extracting(ListItem::getText).containsExactly("lines[0].sku: sold out", "blocked");
        _click(byId("retry-8"));

        assertThat(done).containsExactly("retry [8, 2]");
    }
}
