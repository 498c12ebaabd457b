package io.amphora.console.core;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleNotices;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.JobProgress;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.platform.api.Job;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Messages to the user, and background work: how far it is, how it ended. */
final class Bell extends Div {
    private static final long serialVersionUID = 1L;
    /** So many jobs of others are remembered not to be asked about again. */
    private static final int REMEMBERED = 1000;

    private final transient Work work;
    private final transient Actor actor;
    private final transient Set<String> others = new HashSet<>();
    private final transient Set<Long> running = new HashSet<>();
    private final Button button = TopBar.icon("bell-o", "console.notifications");
    private final Span number = new Span();
    private final Div list = new Div();
    private final NoticeList notices;
    private final Popover popover = new Popover();
    private int unseen;

    Bell(Work work, Actor actor) {
        this.work = work;
        this.actor = actor;
        notices = new NoticeList(work, actor, popover::close);
        addClassName("bell");
        number.addClassName("bell-number");
        number.setVisible(false);
        list.addClassName("bell-list");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(Texts.of("console.notifications"));
        popover.add(new H2(Texts.of("console.notifications")), notices, list);
        popover.addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                open();
            } else {
                list.removeAll();
                notices.removeAll();
            }
        });
        add(button, number, popover);
        Live.on(this, "job.*", this::changed);
        Live.on(this, ConsoleNotices.TOPIC, this::told);
        count();
    }

    private void open() {
        unseen = 0;
        count();
        notices.show();
        list.removeAll();
        List<Job> recent = work.recent(actor);
        recent.forEach(this::add);
        if (recent.isEmpty() && notices.isEmpty()) {
            list.add(new Span(Texts.of("console.notifications.none")));
        }
    }

    private void add(Job job) {
        JobProgress progress = new JobProgress(() -> state(job), job.state().ended() ? null : () -> work.cancel(actor, job.id()), null);
        list.add(progress);
        work.page(job).ifPresent(path -> {
            Anchor more = new Anchor(path, Texts.of("console.job.open"));
            more.getElement().addEventListener("click", e -> popover.close());
            more.addClassName("job-open");
            progress.add(more);
        });
    }

    private JobProgress.State state(Job seen) {
        Job job = work.own(actor, Long.toString(seen.id())).orElse(seen);
        boolean failed = job.state() == Job.State.FAILED || job.state() == Job.State.CANCELLED;
        String message = told(job);
        return new JobProgress.State(job.title(), job.done(), job.total(), message, job.state().ended(), failed);
    }

    /** What the work says of itself: "done" alone would hide that all was refused. */
    private static String told(Job job) {
        return job.message() == null || job.message().isEmpty() ? Texts.of("console.job", job.state()) : job.message();
    }

    private void changed(Set<String> ids) {
        if (others.size() > REMEMBERED) {
            others.clear();
        }
        for (String id : ids) {
            if (!others.contains(id)) {
                work.own(actor, id).ifPresentOrElse(this::changed, () -> others.add(id));
            }
        }
        count();
    }

    private void told(Set<String> people) {
        if (people.contains(actor.name())) {
            count();
            if (popover.isOpened()) {
                notices.show();
            }
        }
    }

    private void count() {
        int all = unseen + notices.unread();
        number.setVisible(all > 0 || !running.isEmpty());
        number.setText(all > NoticeList.MANY ? NoticeList.MANY + "+" : all > 0 ? Integer.toString(all) : "");
        number.setClassName("bell-running", all == 0 && !running.isEmpty());
        button.setAriaLabel(all > 0 ? Texts.of("console.notifications.unread", all) : Texts.of("console.notifications"));
    }

    private void changed(Job job) {
        if (!job.state().ended()) {
            running.add(job.id());
        } else if (running.remove(job.id())) {
            unseen++;
            Toast.info(Texts.of("console.job-ended", job.title(), job.state() == Job.State.SUCCEEDED ? told(job) : Texts.of("console.job", job.state())));
        }
    }
}
