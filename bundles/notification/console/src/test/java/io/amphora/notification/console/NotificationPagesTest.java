package io.amphora.notification.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.test.ConsoleTester;
import io.amphora.console.test.MessagesCheck;
import io.amphora.identity.api.Role;
import io.amphora.notification.api.MessageState;
import io.amphora.notification.api.MessageTransport;
import io.amphora.notification.api.DigestSetup;
import io.amphora.notification.api.Occasion;
import io.amphora.notification.api.Recipient;
import io.amphora.notification.api.Subject;
import io.amphora.notification.api.Transports;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NotificationPagesTest {
    private final DigestSetup digest = new DigestSetup() {
        private int minutes = 5;

        @Override
        public int minutes(Actor by) {
            return minutes;
        }

        @Override
        public long version(Actor by) {
            return 1;
        }

        @Override
        public void change(Actor by, int changed, long seen) {
            minutes = changed;
        }
    };
    @RegisterExtension
    final ConsoleTester console = new ConsoleTester(new NotificationConsoleMessages());

    private final FakeNotification fake = new FakeNotification();

    private static <C extends com.vaadin.flow.component.Component> C byId(Class<C> type, String id) {
        return _get(type, spec -> spec.withId(id));
    }

    @Test
    void textsAreCompleteInBothLanguages() {
        assertThat(MessagesCheck.problems(NotificationConsoleMessages.class, "i18n.notification-console")).isEmpty();
    }

    @Test
    void logShowsAMessageAndSendsItAgain() {
        fake.message(1, MessageState.FAILED, "no such address", false);
        fake.message(2, MessageState.SENT, null, false);
        MessagesPage page = console.open(new MessagesPage(fake));
        assertThat(page.getPageTitle()).isEqualTo("Messages");
        console.open(new Div());

        new MessageDialog(fake, CurrentUser.actor(), fake.messages.get(0), () -> fake.done.add("refreshed")).open();
        assertThat(_get(Pre.class).getText()).isEqualTo("Hello <b>");
        _click(byId(Button.class, "resend"));

        assertThat(fake.done).containsExactly("resend 1 3", "refreshed");
        assertThat(new FailedCounter(fake).count(CurrentUser.actor())).isEqualTo(1);
        assertThat(new FailedCounter(fake).count(new Actor("sal", "Sal", Set.of("notification.read")))).isZero();
    }

    @Test
    void whatIsToBeSentAnywayCannotBeSentAgain() {
        fake.message(1, MessageState.QUEUED, null, false);
        new MessageDialog(fake, CurrentUser.actor(), fake.messages.get(0), () -> { }).open();
        assertThat(byId(Button.class, "resend").isEnabled()).isFalse();
    }

    @Test
    void onlyManagersAreLedToTemplatesSubscriptionsAndWebhooks() {
        console.open(new MessageTabs(MessageTabs.LOG));
        assertThat(_find(Tab.class)).hasSize(5);
        CurrentUser.set(new Actor("sal", "Sal", Set.of("notification.read")));
        console.open(new MessageTabs(MessageTabs.LOG));
        assertThat(_find(Tab.class)).extracting(Tab::getLabel).containsExactly("Log", "Transports");
    }

    @Test
    void templatePreviewFollowsTheTextAndNamesWhatIsWrong() {
        console.open(new TemplatesPage(fake));
        assertThat(byId(Div.class, "preview-subject").getText()).isEqualTo("Order SO-1001");
        _setValue(byId(TextArea.class, "body"), "Hi {{x}}");
        assertThat(byId(TextArea.class, "body").isInvalid()).isTrue();
        assertThat(byId(TextArea.class, "body").getErrorMessage()).contains("{{x}}");
        _click(byId(Button.class, "save"));
        assertThat(fake.done).isEmpty();

        _setValue(byId(TextArea.class, "body"), "Hi there");
        assertThat(byId(TextArea.class, "body").isInvalid()).isFalse();
        assertThat(byId(Pre.class, "preview-text").getText()).isEqualTo("Hi there");
        assertThat(_get(IFrame.class).getSrcdoc()).contains("<p>Hi there</p>");
        assertThat(_get(IFrame.class).getElement().getAttribute("sandbox")).as("nothing may run in it").isEmpty();
        _click(byId(Button.class, "save"));
        assertThat(fake.done).containsExactly("save ORDER_CONFIRMED CUSTOMER en Order {{order.number}}/Hi there");
        assertThat(byId(Button.class, "reset").isVisible()).isTrue();
        _click(byId(Button.class, "reset"));
        _click(byId(Button.class, "confirm"));
        assertThat(fake.done).contains("reset 1");
        assertThat(byId(TextArea.class, "body").getValue()).isEqualTo("Original");
    }

    @Test
    @SuppressWarnings("unchecked")
    void customersHaveNoTemplatesForWhatIsInternal() {
        console.open(new TemplatesPage(fake));
        Select<Occasion> occasion = byId(Select.class, "occasion");
        assertThat(occasion.getListDataView().getItems()).containsExactlyElementsOf(java.util.Arrays.stream(Occasion.values()).filter(Occasion::customers).toList()).doesNotContain(Occasion.STOCK_LOW);
        _setValue(byId(Select.class, "audience"), io.amphora.notification.api.Audience.STAFF);
        assertThat(occasion.getListDataView().getItems()).containsExactly(Occasion.values());
    }

    @Test
    @SuppressWarnings("unchecked")
    void subscriptionsOfARoleAreKeptWithEachClick() {
        console.open(new SubscriptionsPage(fake, digest));
        ComboBox<Subject> who = byId(ComboBox.class, "who");
        assertThat(who.getListDataView().getItemCount()).isEqualTo(1 + Role.values().length + 2);
        _setValue(who, Subject.of(Role.WAREHOUSE));
        _setValue(byId(Checkbox.class, "choice-order.shipped-bell"), true);
        assertThat(fake.done).containsExactly("set ROLE WAREHOUSE ORDER_SHIPPED bell true seen 0");
        assertThat(_find(TimePicker.class)).isEmpty();
        _setValue(who, Subject.person("mia"));
        assertThat(_find(TimePicker.class)).hasSize(2);
    }

    @Test
    void ownPageListsMessagesChoicesAndQuietHours() {
        fake.message(1, MessageState.SENT, null, true);
        console.open(new MyNotificationsPage(fake, fake));
        assertThat(GridKt._size(_get(io.amphora.console.api.kit.KeysetGrid.class))).isEqualTo(1);
        _click(byId(Button.class, "read-all-notices"));
        _setValue(byId(Checkbox.class, "choice-order.shipped-email"), false);
        _click(byId(Button.class, "inherit-order.shipped"));
        assertThat(fake.done).containsExactly("read all", "set PERSON ada ORDER_SHIPPED email false seen 0", "set PERSON ada ORDER_SHIPPED email null seen 1");

        _setValue(byId(TimePicker.class, "quiet-from"), LocalTime.of(22, 0));
        _click(byId(Button.class, "save-quiet-hours"));
        assertThat(byId(TimePicker.class, "quiet-to").isInvalid()).isTrue();
        _setValue(byId(TimePicker.class, "quiet-to"), LocalTime.of(7, 0));
        _click(byId(Button.class, "save-quiet-hours"));
        assertThat(fake.done).last().isEqualTo("quiet ada 22:00 07:00 Europe/Berlin");
    }

    @Test
    void bellGivesOwnMessagesToTheShell() {
        fake.message(1, MessageState.SENT, null, true);
        BellNotices bell = new BellNotices(fake);
        Actor actor = CurrentUser.actor();
        assertThat(bell.unread(actor, 9)).isEqualTo(1);
        assertThat(bell.recent(actor, 5)).extracting(n -> n.id() + " " + n.title() + " " + n.path()).containsExactly("1 Order SO-5 is on its way order/5");
        bell.read(actor, List.of("1"));
        bell.read(actor, null);
        assertThat(fake.done).containsExactly("read [1]", "read all");
    }

    @Test
    void webhookShowsItsSecretOnce() {
        FakeWebhooks webhooks = new FakeWebhooks();
        console.open(new WebhooksPage(webhooks));
        _click(byId(Button.class, "new-webhook"));
        _setValue(byId(TextField.class, "name"), "ERP");
        _click(byId(Button.class, "save"));
        assertThat(byId(TextField.class, "url").isInvalid()).isTrue();
        _setValue(byId(TextField.class, "url"), "https://erp.example.com");
        chooseShipped();
        _click(byId(Button.class, "save"));
        assertThat(byId(TextField.class, "secret").getValue()).isEqualTo("whsec_abc");
        assertThat(webhooks.hooks.get(0).occasions()).containsExactly(Occasion.ORDER_SHIPPED);
        assertThat(_find(ListItem.class)).hasSize(1);

        _click(byId(Button.class, "webhook-1"));
        _click(byId(Button.class, "delete"));
        _click(byId(Button.class, "confirm"));
        assertThat(webhooks.hooks).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void chooseShipped() {
        ((CheckboxGroup<Occasion>) byId(CheckboxGroup.class, "occasions")).setValue(Set.of(Occasion.ORDER_SHIPPED));
    }

    @Test
    void transportsSayWhatIsNotSetUpAndTry() {
        Transports transports = (by, locale) -> List.of(
                new Transports.Info(MessageTransport.BELL, "Bell", true, Set.of(Recipient.Kind.PERSON), "b", "1", "ok", 3, 0, null),
                new Transports.Info(MessageTransport.EMAIL, "E-mail", true, Set.of(Recipient.Kind.PERSON), "b", "1", "failing", 0, 2, "no answer"),
                new Transports.Info("sms", "SMS", false, Set.of(Recipient.Kind.PERSON), null, null, "absent", 0, 0, null));
        console.open(new TransportsPage(transports, fake));
        assertThat(_find(Button.class, spec -> spec.withId("test-sms"))).isEmpty();
        _click(byId(Button.class, "test-bell"));
        _click(byId(Button.class, "test-email"));
        _click(byId(Button.class, "send"));
        assertThat(byId(EmailField.class, "address").isInvalid()).isTrue();
        _setValue(byId(EmailField.class, "address"), "ada@example.com");
        _click(byId(Button.class, "send"));
        assertThat(fake.done).containsExactly("test bell null", "test email ada@example.com");
    }
}
