package io.amphora.order.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.console.api.CurrentUser;
import io.amphora.order.api.ReviewChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewPageTest {
    private final Map<String, String> limits = new HashMap<>(Map.of("order.review.max-total", "100", "order.review.blacklist", ""));

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mia", "Mia", Set.of("*")));
        UI.getCurrent().add(new ReviewPage(new TwoLimits()));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    private long version;

    private final class TwoLimits implements ReviewChecks {
        @Override
        public List<CheckInfo> checks(Actor by, Locale locale) {
            return List.of(new CheckInfo("acme.night", "Night", 1, null, null, "order.review", "failing", 7, 1, 2, "gone"));
        }

        @Override
        public Map<String, String> limits(Actor by) {
            return limits;
        }

        @Override
        public long version(Actor by) {
            return version;
        }

        @Override
        public void change(Actor by, Map<String, String> changed, long seen) {
            if (seen != version) {
                throw new AmphoraException.Stale("review limits", "mia");
            }
            if (!changed.get("order.review.max-total").matches("[0-9]+")) {
                throw new AmphoraException.Invalid(Problem.of("order.review.max-total", "order.limit-number", "must be a number"));
            }
            limits.putAll(changed);
            version++;
        }
    }

    private static void save(String total) {
        _setValue(_get(TextField.class, spec -> spec.withId("max-total")), total);
        _click(_get(Button.class, spec -> spec.withText("!order.review.save")));
    }

    @Test
    void keepsLimitsAndMarksWhatIsWrong() {
        save("many");
        assertThat(_get(TextField.class, spec -> spec.withId("max-total")).isInvalid()).isTrue();
        assertThat(limits).containsEntry("order.review.max-total", "100");

        save("200");
        assertThat(limits).containsEntry("order.review.max-total", "200");
    }

    @Test
    void asksWhoseEditIsToHoldWhenSomebodyElseWasFaster() {
        limits.put("order.review.max-total", "150");
        version++;

        save("200");
        assertThat(limits).containsEntry("order.review.max-total", "150");
        ComponentUtil.fireEvent(_get(ConfirmDialog.class), new ConfirmDialog.RejectEvent(_get(ConfirmDialog.class), true));
        assertThat(limits).containsEntry("order.review.max-total", "200");

        save("300");
        assertThat(limits).containsEntry("order.review.max-total", "300");
    }
}
