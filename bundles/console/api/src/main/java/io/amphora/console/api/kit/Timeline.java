package io.amphora.console.api.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;

/** The history of one record, newest first: who did what when, and what changed from what to what. */
public final class Timeline extends OrderedList {
    private static final long serialVersionUID = 1L;

    /**
     * One entry.
     *
     * @param text in the user's language
     * @param old  the value before, or null
     * @param now  the value after, or null
     */
    public record Entry(Instant at, String who, String text, String old, String now, Badge.Tone tone) {
        public Entry(Instant at, String who, String text) {
            this(at, who, text, null, null, Badge.Tone.NEUTRAL);
        }
    }

    public Timeline() {
        addClassName("timeline");
    }

    /** Shows these, in this order. */
    public void setEntries(List<Entry> entries) {
        removeAll();
        Formats formats = Formats.current();
        entries.forEach(e -> add(item(e, formats)));
    }

    private static ListItem item(Entry entry, Formats formats) {
        Span time = new Span(formats.relative(entry.at()));
        time.getElement().setAttribute("title", formats.dateTime(entry.at()));
        time.addClassName("timeline-time");
        Span who = new Span(Texts.actor(entry.who()));
        who.addClassName("timeline-who");
        Div head = new Div(who, time);
        head.addClassName("timeline-head");
        Div text = new Div(entry.text());
        ListItem item = new ListItem(head, text);
        item.addClassNames("timeline-entry", "tone-" + entry.tone().name().toLowerCase(java.util.Locale.ROOT));
        if (entry.old() != null || entry.now() != null) {
            item.add(change(entry));
        }
        return item;
    }

    private static Div change(Entry entry) {
        Div change = new Div();
        if (entry.old() != null) {
            Span old = new Span(entry.old());
            old.addClassName("timeline-old");
            change.add(old, new Span(" → "));
        }
        Span now = new Span(entry.now() == null ? "–" : entry.now());
        now.addClassName("timeline-new");
        change.add(now);
        change.addClassName("timeline-change");
        return change;
    }
}
