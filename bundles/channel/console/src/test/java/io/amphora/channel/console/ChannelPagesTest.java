package io.amphora.channel.console;

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
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.channel.api.Inbox;
import io.amphora.channel.api.IncomingOrder;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.KeysetGrid;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelPagesTest {
    private final FakeInbox inbox = new FakeInbox();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mona", "Mona", Set.of(Inbox.READ, Inbox.MANAGE)));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @Test
    void listsIncomingOrdersWithWhatIsWrong() {
        UI.getCurrent().add(new InboxPage(inbox));

        KeysetGrid<?> grid = _get(KeysetGrid.class);
        assertThat(GridKt._getFormattedRow(grid, 0)).contains("B1", "shop", "Ann", "!inbox.line, sku: there is no product NUTT");
    }

    @Test
    void mendsAnOrderInPlace() {
        Actor actor = CurrentUser.actor();
        new EntryDialog(inbox, actor, inbox.entry, () -> { }).open();
        assertThat(sku().getErrorMessage()).isEqualTo("there is no product NUTT");

        _click(_get(Button.class, spec -> spec.withId("mend")));
        assertThat(_find(EntryDialog.class)).as("still wrong, still open").hasSize(1);
        _setValue(sku(), "NUT");
        _click(_get(Button.class, spec -> spec.withId("mend")));

        assertThat(_find(EntryDialog.class)).isEmpty();
        assertThat(inbox.asked).containsExactly("mend 9 1 NUTT", "mend 9 2 NUT");
    }

    @Test
    void offersNoChangeToWhoMayOnlyRead() {
        Actor reader = new Actor("rita", "Rita", Set.of(Inbox.READ));

        new EntryDialog(inbox, reader, inbox.entry, () -> { }).open();

        assertThat(_find(Button.class, spec -> spec.withId("mend"))).isEmpty();
    }

    @Test
    void showsTheHealthOfChannelsAndThoseThatAreGone() {
        UI.getCurrent().add(new ChannelsPage(inbox));

        assertThat(_find(ListItem.class)).extracting(i -> i.getId().orElse("")).containsExactly("channel-filedrop", "channel-gone", "channel-shop");
        assertThat(_find(Badge.class)).extracting(Badge::getText).containsExactly("!channels.failing", "!channels.missing", "!channels.pushed");
    }

    @Test
    void hasEveryTextInBothLanguages() throws IOException {
        assertThat(keys("channel-console_zh")).isEqualTo(keys("channel-console"));
    }

    private static Set<Object> keys(String name) throws IOException {
        Properties p = new Properties();
        p.load(new InputStreamReader(ChannelPagesTest.class.getResourceAsStream("/i18n/" + name + ".properties"), StandardCharsets.UTF_8));
        return p.keySet();
    }

    private static TextField sku() {
        return _get(TextField.class, spec -> spec.withId("entry-sku-0"));
    }

    private static final class FakeInbox implements Inbox {
        private final List<String> asked = new ArrayList<>();
        private Entry entry = entry("NUTT", 1);

        private static Entry entry(String sku, long version) {
            boolean bad = sku.equals("NUTT");
            return new Entry(9, "shop", new IncomingOrder("B1", null, "Ann", null, null, null, null, null, null, null, null, null, null,
                    List.of(new IncomingOrder.Line(sku, BigDecimal.ONE, null))), bad ? State.FAILED : State.ORDERED,
                    bad ? List.of(Problem.of("lines[0].sku", "order.product-unknown", "there is no product {0}", sku)) : List.of(), bad ? null : 4L, Instant.EPOCH, Instant.EPOCH, version);
        }

        @Override
        public int receive(Actor by, String channel, List<IncomingOrder> orders) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> settled(Actor by, String channel, java.util.Collection<String> externalIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public io.amphora.channel.api.InboxRehearsal rehearse(Actor by, String channel) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Entry> list(Actor by, State state, String channel, PageRequest page) {
            return new Page<>(List.of(entry), null);
        }

        @Override
        public Entry mend(Actor by, long id, long version, IncomingOrder order) {
            asked.add("mend " + id + " " + version + " " + order.lines().get(0).sku());
            entry = entry(order.lines().get(0).sku(), version + 1);
            return entry;
        }

        @Override
        public Entry retry(Actor by, long id, long version) {
            return entry;
        }

        @Override
        public Entry drop(Actor by, long id, long version, String reason) {
            return entry;
        }

        @Override
        public int countFailed(int limit) {
            return 1;
        }

        @Override
        public List<ChannelInfo> channels(Actor by, Locale locale) {
            return List.of(new ChannelInfo("filedrop", "File drop", true, "b", "1.0.0", Instant.EPOCH, "no such folder", 3), new ChannelInfo("gone", "Gone", false, "b", "1.0.0", null, null, 2),
                    new ChannelInfo("shop", "shop", false, null, null, null, null, 1));
        }
    }
}
