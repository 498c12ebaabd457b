package io.amphora.extension.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.EmptyState;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExtensionsPageTest {
    private final FakeExtensions extensions = new FakeExtensions();
    private final ExtensionChanges changes = new ExtensionChanges();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("ada", "Ada", Set.of("*")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @Test
    void saysWhatIsGoneBeforeAFeatureIsSwitchedOff() {
        open();

        _click(in("feature-amphora-report", "!extension.switch-off"));
        assertThat(extensions.done).isEmpty();
        ImpactDialog dialog = _get(ImpactDialog.class);
        assertThat(_find(dialog, Paragraph.class)).extracting(Paragraph::getText).contains("!extension.switch-off-means");
        assertThat(_find(dialog, Span.class)).extracting(Span::getText).contains("Reports page");
        assertThat(_find(dialog, ListItem.class)).extracting(ListItem::getText).contains("Platform");
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        MockVaadin.clientRoundtrip();

        assertThat(extensions.done).containsExactly("off amphora-report");
        _click(in("feature-amphora-report", "!extension.switch-on"));
        assertThat(extensions.done).endsWith("on amphora-report");
    }

    @Test
    void foldsAwayWhatOnlyEngineersAskFor() {
        open();

        _click(in("feature-amphora-report", "!extension.switch-off"));

        Details details = _get(_get(ImpactDialog.class), Details.class);
        assertThat(details.isOpened()).isFalse();
        details.setOpened(true);
        assertThat(_find(details, Span.class)).extracting(Span::getText).contains("ReportService").doesNotContain("Reports page");
    }

    @Test
    void endsSayingThatItWorksWhenTheResultIsThere() {
        open();

        _click(in("feature-amphora-report", "!extension.switch-off"));
        _click(_get(Button.class, spec -> spec.withId("confirm")));
        MockVaadin.clientRoundtrip();

        assertThat(_find(Notification.class)).hasSize(1);
    }

    @Test
    void saysWhyAnEssentialFeatureStays() {
        open();

        Button off = in("feature-amphora-platform", "!extension.switch-off");

        assertThat(off.isEnabled()).isFalse();
        assertThat(off.getTooltip().getText()).isEqualTo("needed by all");
    }

    @Test
    void showsWhyABundleIsBroken() {
        open();

        Component card = _get(BundleCard.class);

        assertThat(_find(card, ListItem.class)).extracting(ListItem::getText).contains("did not start: boom");
        assertThat(_find(card, Span.class)).extracting(Span::getText).contains("!extension.health.broken");
    }

    @Test
    void removesADroppedBundleAfterThePreview() {
        open();

        _click(in("bundle-bad.rule", "!extension.remove"));
        _click(_get(Button.class, spec -> spec.withId("confirm")));

        assertThat(extensions.done).containsExactly("remove 99");
    }

    @Test
    void followsBundlesThatGo() {
        open();

        extensions.dropped = false;
        changes.extensionsChanged();
        MockVaadin.clientRoundtrip();

        assertThat(_find(BundleCard.class)).isEmpty();
        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void offersNoChangeToWhoMayOnlyLook() {
        CurrentUser.set(new Actor("mona", "Mona", Set.of("extension.read")));

        open();

        assertThat(_find(Button.class)).isEmpty();
        assertThat(_find(Upload.class)).isEmpty();
    }

    private void open() {
        UI.getCurrent().add(new ExtensionsPage(extensions, changes, Runnable::run));
    }

    private static Button in(String card, String text) {
        return _get(_get(Component.class, spec -> spec.withId(card)), Button.class, spec -> spec.withText(text));
    }
}
