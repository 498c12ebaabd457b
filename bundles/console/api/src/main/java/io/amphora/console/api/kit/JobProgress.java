package io.amphora.console.api.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.amphora.console.api.Live;
import java.util.function.Supplier;

/** Background work on its way: bar, numbers, last word, cancel. Follows {@code job.*} events by itself, so it may be left and come back to. */
public final class JobProgress extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * How far it is.
     *
     * @param total   0 while unknown
     * @param message in the user's language
     * @param failed  only looked at once ended
     */
    public record State(String title, long done, long total, String message, boolean ended, boolean failed) {
    }

    private final transient Supplier<State> source;
    private final transient Runnable whenEnded;
    private final Span title = new Span();
    private final Span numbers = new Span();
    private final Span message = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button(Texts.of("kit.cancel"));
    private boolean ended;

    /**
     * @param source    asked on the UI thread, at each change
     * @param cancel    null when it cannot be cancelled
     * @param whenEnded called once, when it is seen to have ended while on the page; or null
     */
    public JobProgress(Supplier<State> source, Runnable cancel, Runnable whenEnded) {
        this.source = source;
        this.whenEnded = whenEnded;
        addClassName("job-progress");
        title.addClassName("job-title");
        numbers.addClassName("job-numbers");
        message.addClassName("job-message");
        message.getElement().setAttribute("aria-live", "polite");
        this.cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        this.cancel.setVisible(cancel != null);
        this.cancel.addClickListener(e -> {
            e.getSource().setEnabled(false);
            cancel.run();
        });
        Div head = new Div(title, numbers, this.cancel);
        head.addClassName("job-head");
        add(head, bar, message);
        Live.on(this, "job.*", keys -> refresh());
        refresh();
    }

    /** Asks again how far it is; by itself on each event. */
    public void refresh() {
        State state = source.get();
        title.setText(state.title());
        message.setText(state.message() == null ? "" : state.message());
        bar.setIndeterminate(!state.ended() && state.total() <= 0);
        bar.setValue(state.ended() && !state.failed() ? 1 : state.total() <= 0 ? 0 : Math.min(1.0, (double) state.done() / state.total()));
        bar.getElement().setAttribute("aria-label", state.title());
        Formats formats = Formats.current();
        numbers.setText(state.total() > 0 ? formats.number(state.done()) + " / " + formats.number(state.total()) : formats.number(state.done()));
        setClassName("job-failed", state.ended() && state.failed());
        setClassName("job-ended", state.ended());
        if (state.ended() && !ended) {
            ended = true;
            cancel.setVisible(false);
            if (whenEnded != null) {
                whenEnded.run();
            }
        }
    }
}
