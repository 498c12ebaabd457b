package io.amphora.console.test;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.console.api.kit.FieldErrors;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.JobProgress;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.KitMessages;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Screen;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Toast;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KitTest {
    @RegisterExtension
    final ConsoleTester console = new ConsoleTester();

    @Test
    void textsOfTheKitAreComplete() {
        assertThat(MessagesCheck.problems(KitMessages.class, "i18n.kit")).isEmpty();
    }

    @Test
    void putsAllProblemsBesideTheirFieldsAtOnceAndTheRestOnTop() {
        TextField name = new TextField();
        BigDecimalField quantity = new BigDecimalField();
        FieldErrors errors = new FieldErrors().bind("name", name).bind("lines[0]", new TextField()).bind("lines[0].quantity", quantity);
        console.open(new Div(errors, name, quantity));

        boolean done = errors.guard(() -> {
            throw new AmphoraException.Invalid(List.of(Problem.of("name", "required", "must not be empty"), Problem.of("lines[0].quantity", "x.unknown", "only {0} left", 3),
                    Problem.of("warehouse", "x.closed", "is closed")));
        });

        assertThat(done).isFalse();
        assertThat(name.getErrorMessage()).isEqualTo("must not be empty");
        assertThat(quantity.isInvalid()).isTrue();
        assertThat(quantity.getErrorMessage()).isEqualTo("only 3 left");
        assertThat(errors.isVisible()).isTrue();
        assertThat(errors.getElement().getTextRecursively()).contains("is closed").doesNotContain("only 3 left");
    }

    @Test
    void forgetsTheProblemsOnceItGoesThrough() {
        TextField name = new TextField();
        FieldErrors errors = new FieldErrors().bind("name", name);
        console.open(new Div(errors, name));
        errors.show(List.of(Problem.of("name", "required", "must not be empty"), Problem.of("", "x", "no")));

        assertThat(errors.guard(() -> { })).isTrue();

        assertThat(name.isInvalid()).isFalse();
        assertThat(errors.isVisible()).isFalse();
    }

    @Test
    void asksAgainWhileTheReasonIsMissing() {
        List<String> reasons = new ArrayList<>();
        ReasonDialog.ask("Cancel order", "Stock is released.", "kit.close", reasons::add);

        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(reasons).isEmpty();
        assertThat(_get(TextArea.class).isInvalid()).isTrue();

        _setValue(_get(TextArea.class), "  customer called ");
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        assertThat(reasons).containsExactly("customer called");
    }

    @Test
    void undoRunsOnceAndClosesTheToast() {
        List<String> undone = new ArrayList<>();
        Notification toast = Toast.undoable("3 orders archived", () -> undone.add("x"));

        _click(_get(Button.class, spec -> spec.withText("Undo")));

        assertThat(undone).containsExactly("x");
        assertThat(toast.isOpened()).isFalse();
    }

    @Test
    void gridShowsRowsBeyondTheFirstPages() {
        KeysetGrid<Long> grid = console.open(new KeysetGrid<Long>(page -> {
            long from = page.after() == null ? 1 : page.afterNumber() + 1;
            return Page.of(LongStream.rangeClosed(from, Math.min(450, from + page.size())).boxed().toList(), page.size(), Long::longValue);
        }, n -> n));
        grid.column("kit.reason", n -> "row " + n);

        assertThat(GridKt._fetch(grid, 0, 3)).containsExactly(1L, 2L, 3L);
        assertThat(GridKt._fetch(grid, 399, 3)).containsExactly(400L, 401L, 402L);
        assertThat(GridKt._fetch(grid, 449, 50)).containsExactly(450L);
    }

    @Test
    void gridShowsCardsInsteadOfColumnsOnAPhone() {
        Screen.narrow(UI.getCurrent(), true);
        KeysetGrid<Long> grid = console.open(new KeysetGrid<Long>(page -> new Page<>(List.of(1L), null), n -> n));
        grid.column("kit.reason", n -> "row " + n);
        grid.setCard(n -> new Div("card " + n));

        assertThat(grid.getColumnByKey("kit.reason").isVisible()).isFalse();
        assertThat(grid.getColumnByKey("kit.card").isVisible()).isTrue();
    }

    @Test
    void filterBarTellsEachChangeButNotWhatThePageSets() {
        List<Filter> told = new ArrayList<>();
        FilterBar bar = console.open(new FilterBar(told::add)).view("", "kit.reason").view("late", "kit.close").choice("status", "kit.reason", Map.of("OPEN", "Open"));

        bar.set(new Filter("late", "", Map.of("status", "OPEN", "unknown", "x")));
        assertThat(told).isEmpty();
        assertThat(bar.get()).isEqualTo(new Filter("late", "", Map.of("status", "OPEN")));

        _setValue(_get(TextField.class), "acme");
        assertThat(told).containsExactly(new Filter("late", "acme", Map.of("status", "OPEN")));
    }

    @Test
    void laterShortcutWinsAndGoesWithItsComponent() {
        List<String> pressed = new ArrayList<>();
        Div page = new Div();
        Div form = new Div();
        Shortcuts.on(page, "n", "kit.back", () -> pressed.add("page"));
        Shortcuts.on(form, "n", "kit.close", () -> pressed.add("form"));
        console.open(new Div(page, form));
        assertThat(Shortcuts.all(UI.getCurrent())).extracting(Shortcuts.Shortcut::text).containsExactly("Close");

        form.removeFromParent();

        assertThat(Shortcuts.all(UI.getCurrent())).extracting(Shortcuts.Shortcut::text).containsExactly("Back");
        assertThat(Shortcuts.press(page, "n")).isTrue();
        assertThat(pressed).containsExactly("page");
    }

    @Test
    void jobThatEndsTellsOnce() {
        List<String> ended = new ArrayList<>();
        JobProgress.State[] now = {new JobProgress.State("Import", 10, 0, "", false, false)};
        JobProgress job = console.open(new JobProgress(() -> now[0], () -> { }, () -> ended.add("x")));
        assertThat(ended).isEmpty();

        now[0] = new JobProgress.State("Import", 20, 20, "20 lines", true, false);
        job.refresh();
        job.refresh();

        assertThat(ended).hasSize(1);
    }
}
