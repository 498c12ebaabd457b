package io.amphora.notification.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.identity.api.Role;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.QuietHours;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Subscriptions.Choice;
import io.amphora.notification.core.World;
import io.amphora.notification.core.send.FakeTransports;
import io.amphora.notification.core.store.NotificationEntities;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

@BothDatabases(NotificationEntities.class)
class JpaSubscriptionsTest {
    private static final Actor BY = Actor.system("test");
    private static final Actor MIA = new Actor("mia", "Mia", Set.of("order.read"));
    private static final Subject ME = Subject.person("mia");

    private final World world = new World();
    private JpaSubscriptions subscriptions;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        var book = new FakeTransports().book();
        subscriptions = new JpaSubscriptions(db.tx("notification"), db.outbox(), new Directory(db.tx("notification"), world.users(), book, new Installation(world.settings())), book);
        world.person("mia", Role.MANAGER);
        world.person("wim", Role.WAREHOUSE);
    }

    private Choice choice(Actor by, Subject subject, Occasion occasion, String transport) {
        return subscriptions.of(by, subject).stream().filter(c -> c.occasion() == occasion && c.transport().equals(transport)).findFirst().orElseThrow();
    }

    @TestTemplate
    void ownChoiceGoesBeforeThoseOfTheRoles() {
        assertThat(choice(MIA, ME, Occasion.ORDER_RECEIVED, "bell")).isEqualTo(new Choice(Occasion.ORDER_RECEIVED, "bell", true, false));
        subscriptions.set(MIA, ME, Occasion.ORDER_RECEIVED, "bell", false);
        assertThat(choice(MIA, ME, Occasion.ORDER_RECEIVED, "bell")).isEqualTo(new Choice(Occasion.ORDER_RECEIVED, "bell", false, true));

        subscriptions.set(BY, Subject.of(Role.MANAGER), Occasion.ORDER_SHIPPED, "email", true);
        assertThat(choice(MIA, ME, Occasion.ORDER_SHIPPED, "email").wanted()).isTrue();
        subscriptions.set(MIA, ME, Occasion.ORDER_RECEIVED, "bell", null);
        assertThat(choice(MIA, ME, Occasion.ORDER_RECEIVED, "bell").wanted()).isTrue();
    }

    @TestTemplate
    void nobodyChoosesForOthersWithoutPermissionNorWhatOneMayNotSee() {
        assertThatThrownBy(() -> subscriptions.of(MIA, Subject.person("wim"))).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> subscriptions.set(MIA, Subject.of(Role.MANAGER), Occasion.ORDER_SHIPPED, "bell", true)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThatThrownBy(() -> subscriptions.setQuietHours(MIA, "wim", QuietHours.NONE)).isInstanceOf(AmphoraException.NotPermitted.class);
        assertThat(subscriptions.of(MIA, ME)).noneMatch(c -> c.occasion() == Occasion.STOCK_LOW);
        assertThatThrownBy(() -> subscriptions.set(MIA, ME, Occasion.STOCK_LOW, "bell", true)).isInstanceOf(AmphoraException.NotPermitted.class);
    }

    @TestTemplate
    void customersAreOfferedOnlyWhatIsForThem() {
        List<Choice> all = subscriptions.of(BY, Subject.CUSTOMERS);
        assertThat(all).hasSize((int) java.util.Arrays.stream(Occasion.values()).filter(Occasion::customers).count()).allMatch(c -> c.wanted() && c.transport().equals(MessageTransport.EMAIL));
        assertThatThrownBy(() -> subscriptions.set(BY, Subject.CUSTOMERS, Occasion.ORDER_ASSIGNED, "pigeon", true)).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(p -> p.field()).containsExactly("occasion", "transport"));
        assertThatThrownBy(() -> subscriptions.set(BY, Subject.person("nobody"), Occasion.ORDER_SHIPPED, "bell", true)).isInstanceOf(AmphoraException.Invalid.class);
        assertThat(subscriptions.people(BY)).containsExactly("mia", "wim");
    }

    @TestTemplate
    void quietHoursNeedBothEndsAndAZone() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30), ZoneId.of("Asia/Shanghai"));
        assertThatThrownBy(() -> subscriptions.setQuietHours(MIA, "mia", new QuietHours(LocalTime.NOON, null, null))).isInstanceOfSatisfying(AmphoraException.Invalid.class,
                e -> assertThat(e.problems()).extracting(p -> p.field()).containsExactly("to", "zone"));
        assertThat(subscriptions.quietHours(MIA, "mia")).isEqualTo(QuietHours.NONE);
        subscriptions.setQuietHours(MIA, "mia", night);
        assertThat(subscriptions.quietHours(MIA, "mia")).isEqualTo(night);
        subscriptions.setQuietHours(MIA, "mia", QuietHours.NONE);
        assertThat(subscriptions.quietHours(MIA, "mia")).isEqualTo(QuietHours.NONE);
    }
}
