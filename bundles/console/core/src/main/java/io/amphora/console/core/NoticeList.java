package io.amphora.console.core;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleNotices;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest messages to the user, in the bell. Whatever the bundle that brings them throws stays here. */
final class NoticeList extends Div {
    /** The bell counts no further. */
    static final int MANY = 99;
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NoticeList.class);
    private static final int RECENT = 8;

    private final transient Work work;
    private final transient Actor actor;
    private final transient Runnable close;
    private boolean empty = true;

    /** @param close puts the bell away before another page is shown */
    NoticeList(Work work, Actor actor, Runnable close) {
        this.work = work;
        this.actor = actor;
        this.close = close;
        addClassName("notice-list");
    }

    int unread() {
        return ask(n -> n.unread(actor, MANY + 1), 0);
    }

    boolean isEmpty() {
        return empty;
    }

    void show() {
        removeAll();
        List<ConsoleNotices.Notice> recent = ask(n -> n.recent(actor, RECENT), List.of());
        empty = recent.isEmpty();
        recent.forEach(n -> add(row(n)));
        String page = ask(ConsoleNotices::page, "");
        if (!page.isEmpty()) {
            Div links = new Div(link("console.notifications.all", "all-notifications", () -> go(page)));
            if (recent.stream().anyMatch(ConsoleNotices.Notice::unread)) {
                links.add(link("console.notifications.read-all", "read-all", () -> read(null)));
            }
            links.addClassName("notice-links");
            add(links);
        }
    }

    private static Button link(String labelKey, String id, Runnable action) {
        Button button = new Button(Texts.of(labelKey), e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setId(id);
        return button;
    }

    private NativeButton row(ConsoleNotices.Notice n) {
        Formats formats = Formats.current();
        Span title = new Span(n.title());
        title.addClassName("notice-title");
        Span when = new Span(new Span(formats.relative(n.at())));
        when.addClassName("notice-when");
        when.getElement().setAttribute("title", formats.dateTime(n.at()));
        if (n.unread()) {
            when.add(Badge.of(Badge.Tone.INFO, "console.notifications.new"));
        }
        NativeButton row = new NativeButton("", e -> open(n));
        row.add(title, when);
        row.addClassName("notice");
        row.setClassName("notice-unread", n.unread());
        return row;
    }

    private void open(ConsoleNotices.Notice n) {
        if (n.unread()) {
            read(List.of(n.id()));
        }
        if (n.path() != null) {
            go(n.path());
        }
    }

    private void read(List<String> ids) {
        ask(n -> {
            n.read(actor, ids);
            return true;
        }, false);
        show();
    }

    private void go(String path) {
        close.run();
        Location location = new Location(path);
        getUI().ifPresent(ui -> ui.navigate(location.getPath(), location.getQueryParameters()));
    }

    private <R> R ask(Function<ConsoleNotices, R> question, R otherwise) {
        try {
            return work.notices().map(question).orElse(otherwise);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the messages in the bell of {} failed", actor.name(), e);
            return otherwise;
        }
    }
}
