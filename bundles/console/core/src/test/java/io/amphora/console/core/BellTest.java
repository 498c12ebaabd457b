package io.amphora.console.core;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleNotices;
import io.amphora.console.api.JobPage;
import io.amphora.platform.api.Job;
import io.amphora.console.test.ConsoleTester;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BellTest {
    private static final Actor ADA = new Actor("ada", "Ada", Set.of());

    @RegisterExtension
    final ConsoleTester console = new ConsoleTester(new ShellMessages());

    private final Work work = new Work();
    private final List<ConsoleNotices.Notice> notices = new ArrayList<>(List.of(new ConsoleNotices.Notice("2", "Order SO-2 waits for review", Instant.now(), true, "order/2"),
            new ConsoleNotices.Notice("1", "Low stock: PEN", Instant.now(), false, null)));

    private final ConsoleNotices source = new ConsoleNotices() {
        @Override
        public String page() {
            return "my-notifications";
        }

        @Override
        public int unread(Actor actor, int limit) {
            return (int) notices.stream().filter(Notice::unread).count();
        }

        @Override
        public List<Notice> recent(Actor actor, int limit) {
            return notices;
        }

        @Override
        public void read(Actor actor, Collection<String> ids) {
            notices.replaceAll(n -> ids == null || ids.contains(n.id()) ? new Notice(n.id(), n.title(), n.at(), false, n.path()) : n);
        }
    };

    @Test
    void countsUnreadMessagesInNumberAndName() {
        work.notices = source;
        Bell bell = console.open(new Bell(work, ADA));
        assertThat(_get(bell, Span.class, spec -> spec.withClasses("bell-number")).getText()).isEqualTo("1");
        assertThat(_get(bell, Button.class, spec -> spec.withId("notifications")).getElement().getAttribute("aria-label")).isEqualTo("Notifications, 1 unread");
    }

    @Test
    void leadsToWhereAJobIsToldInFull() {
        JobPage page = new JobPage() {
            @Override
            public String type() {
                return "order.bulk";
            }

            @Override
            public String path(String params) {
                return "bulk-runs/" + params;
            }
        };
        Job job = new Job(7, "order.bulk", "Approve", "ada", Job.State.SUCCEEDED, 2, 2, "", "17", null, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        work.bindPage(page);
        assertThat(work.page(job)).contains("bulk-runs/17");
        work.unbindPage(page);
        assertThat(work.page(job)).isEmpty();
    }

    @Test
    void listsMessagesUntilTheyAreRead() {
        work.notices = source;
        NoticeList list = console.open(new NoticeList(work, ADA, () -> { }));
        list.show();
        assertThat(_find(list, NativeButton.class)).hasSize(2);
        assertThat(_find(list, NativeButton.class, spec -> spec.withClasses("notice-unread"))).hasSize(1);
        _click(_get(list, Button.class, spec -> spec.withId("read-all")));
        assertThat(list.unread()).isZero();
        assertThat(_find(list, Button.class, spec -> spec.withId("read-all"))).isEmpty();
        assertThat(_find(list, Button.class, spec -> spec.withId("all-notifications"))).hasSize(1);
    }

    @Test
    void staysQuietWhileNobodyHasMessagesAndWhenWhoHasThemFails() {
        NoticeList list = console.open(new NoticeList(work, ADA, () -> { }));
        list.show();
        assertThat(list.getChildren()).isEmpty();
        notices.clear();
        work.notices = (ConsoleNotices) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ConsoleNotices.class}, (proxy, method, args) -> {
            throw new IllegalStateException("broken");
        });
        list.show();
        assertThat(list.unread()).isZero();
        assertThat(list.isEmpty()).isTrue();
    }
}
