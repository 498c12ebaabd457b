package io.amphora.notification.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.notification.api.Audience;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Template;
import io.amphora.notification.api.Templates;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class JpaTemplatesTest {
    private static final Actor BY = Actor.system("test");
    private static final Occasion SHIPPED = Occasion.ORDER_SHIPPED;

    private JpaTemplates templates;
    private TestDatabase db;

    @BeforeEach
    void setUp(TestDatabase database) {
        db = database;
        db.clear();
        templates = new JpaTemplates(db.tx("notification"), db.outbox());
    }

    @TestTemplate
    void changedTextGoesBeforeTheProductsUntilItIsTakenBack() {
        Template first = templates.find(BY, SHIPPED, Audience.CUSTOMER, "en");
        assertThat(first.version()).isZero();

        Template saved = templates.save(BY, SHIPPED, Audience.CUSTOMER, "en", 0, "Off it goes: {{order.number}}", "Tracking {{shipment.tracking}}");

        assertThat(saved.changed()).isTrue();
        assertThat(templates.list(BY)).hasSize(Arrays.stream(Occasion.values()).mapToInt(o -> o.customers() ? 4 : 2).sum()).filteredOn(Template::changed).hasSize(1);
        assertThat(templates.text(templates.changed(), SHIPPED, Audience.CUSTOMER, "en", Map.of("order.number", "SO-1")).subject()).isEqualTo("Off it goes: SO-1");
        assertThat(templates.text(templates.changed(), SHIPPED, Audience.CUSTOMER, "zh", Map.of("order.number", "SO-1")).subject()).isEqualTo("您的订单 SO-1 已发货");
        Template again = templates.save(BY, SHIPPED, Audience.CUSTOMER, "en", saved.version(), "Gone: {{order.number}}", "x");
        assertThatThrownBy(() -> templates.save(BY, SHIPPED, Audience.CUSTOMER, "en", saved.version(), "a", "b")).isInstanceOf(AmphoraException.Stale.class);
        assertThat(templates.reset(BY, SHIPPED, Audience.CUSTOMER, "en", again.version())).isEqualTo(first);
        assertThat(templates.changed()).isEmpty();
        assertThat(db.events()).extracting(e -> e.topic()).containsOnly("notification.template-changed").hasSize(3);
    }

    @TestTemplate
    void paperGoesWithCustomersMessagesUnlessSwitchedOff() {
        assertThat(templates.find(BY, SHIPPED, Audience.CUSTOMER, "en").attach()).isTrue();
        assertThat(templates.find(BY, SHIPPED, Audience.STAFF, "en").attach()).isFalse();
        assertThat(templates.find(BY, Occasion.ORDER_DELIVERED, Audience.CUSTOMER, "en").attach()).isFalse();

        Template off = templates.save(BY, SHIPPED, Audience.CUSTOMER, "en", 0, "a", "b", false);

        assertThat(off.attach()).isFalse();
        assertThat(templates.attaches(templates.changed(), SHIPPED, Audience.CUSTOMER, "en")).isFalse();
        assertThat(templates.attaches(templates.changed(), SHIPPED, Audience.CUSTOMER, "zh")).isTrue();
        assertThat(templates.save(BY, SHIPPED, Audience.CUSTOMER, "en", off.version(), "c", "d").attach()).as("who says nothing of it changes nothing of it").isFalse();
        assertThat(templates.save(BY, SHIPPED, Audience.STAFF, "en", 0, "a", "b", true).attach()).as("none belongs to it").isFalse();
    }

    @TestTemplate
    void refusesTemplateNamingAllThatIsWrong() {
        assertThatThrownBy(() -> templates.save(BY, SHIPPED, Audience.CUSTOMER, "en", 0, "{{reason}} {{x}}", "{{by}} {{")).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(p -> p.field() + " " + p.message()).containsExactly("subject there is no placeholder {{reason}}, {{x}}",
                        "body there is no placeholder {{by}}", "body has double braces without a counterpart"));
        assertThatThrownBy(() -> templates.find(BY, Occasion.STOCK_LOW, Audience.CUSTOMER, "en")).isInstanceOf(AmphoraException.NotFound.class);
        assertThatThrownBy(() -> templates.find(BY, SHIPPED, Audience.CUSTOMER, "fr")).isInstanceOf(AmphoraException.NotFound.class);
        Actor clerk = new Actor("cleo", "Cleo", Set.of("notification.read"));
        assertThatThrownBy(() -> templates.save(clerk, SHIPPED, Audience.CUSTOMER, "en", 0, "a", "b")).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void previewShowsSampleOrderEscapedWithProblemsBesideIt() {
        Templates.Preview preview = templates.preview(BY, SHIPPED, Audience.CUSTOMER, "en", "Order {{order.number}}", "For {{customer.name}} {{nothing}}");
        assertThat(preview.subject()).isEqualTo("Order SO-1001");
        assertThat(preview.text()).isEqualTo("For Lee & Sons <Ltd>");
        assertThat(preview.html()).contains("Lee &amp; Sons &lt;Ltd&gt;");
        assertThat(preview.problems()).extracting(Problem::message).containsExactly("there is no placeholder {{nothing}}");
    }
}
