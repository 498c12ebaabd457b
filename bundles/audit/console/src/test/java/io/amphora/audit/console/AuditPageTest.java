package io.amphora.audit.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.amphora.audit.api.AuditEntry;
import io.amphora.audit.api.AuditFilter;
import io.amphora.audit.api.AuditLog;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.KeysetGrid;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditPageTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<AuditEntry> ENTRIES = List.of(
            new AuditEntry(3, NOON, "bob", "order.placed", "501", "{\"by\":\"bob\",\"number\":\"SO-1001\",\"status\":\"APPROVED\"}"),
            new AuditEntry(2, NOON, "ada", "identity.user-created", "bob", "{\"by\":\"ada\",\"user\":\"bob\",\"roles\":\"[SALES]\"}"),
            new AuditEntry(1, NOON, "ada", "strange.thing", "x", "no json"));

    @BeforeEach
    void open() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("finn", "Finn", Set.of("audit.read")));
        UI.getCurrent().add(new AuditPage(new FakeLog()));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @Test
    void listsWhoDidWhatWithItsDetails() {
        assertThat(GridKt._size(_get(KeysetGrid.class))).isEqualTo(3);
        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 0)).contains("bob", "number: SO-1001 · status: APPROVED");
        assertThat(GridKt._getFormattedRow(_get(KeysetGrid.class), 2)).contains("strange.thing", "no json");
    }

    @Test
    void leadsToTheOrderUnderTheNumberPeopleKnow() {
        Anchor link = (Anchor) Subjects.of(ENTRIES.get(0));

        assertThat(link.getHref()).isEqualTo("order/501");
        assertThat(link.getText()).isEqualTo("SO-1001");
        assertThat(Subjects.of(ENTRIES.get(1))).isNotInstanceOf(Anchor.class);
    }

    @Test
    void freeTextIsAPersonOrElseASubject() {
        _setValue(_find(TextField.class).get(0), "ada");
        assertThat(GridKt._size(_get(KeysetGrid.class))).isEqualTo(2);

        _setValue(_find(TextField.class).get(0), "501");
        assertThat(GridKt._size(_get(KeysetGrid.class))).isEqualTo(1);
    }

    @Test
    void rowOpensWithAllItTold() {
        GridKt._clickItem(_get(KeysetGrid.class), 1);

        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("roles: [SALES]");
    }

    private static final class FakeLog implements AuditLog {
        @Override
        public Page<AuditEntry> list(Actor by, AuditFilter filter, PageRequest page) {
            return new Page<>(ENTRIES.stream().filter(e -> filter.who() == null || e.who().equals(filter.who()))
                    .filter(e -> filter.subject() == null || e.subject().equals(filter.subject())).toList(), null);
        }

        @Override
        public void csv(Actor by, AuditFilter filter, Writer to) {
            throw new UnsupportedOperationException();
        }
    }
}
