package io.amphora.report.console;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.amphora.common.Actor;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.runtime.chart.EChart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private final FakeReports reports = new FakeReports();
    private final ReportChanges changes = new ReportChanges();

    @BeforeEach
    void signIn() {
        MockVaadin.setup(new Routes());
        CurrentUser.set(new Actor("mona", "Mona", Set.of("report.read")));
    }

    @AfterEach
    void tearDown() {
        MockVaadin.tearDown();
    }

    @Test
    void showsChartTableAndTotals() throws Exception {
        open("months", "");

        ReportTable table = _get(ReportTable.class);
        assertThat(GridKt._size(table)).isEqualTo(3);
        assertThat(GridKt._getFormattedRow(table, 1)).contains("£10.00", "GBP");
        JsonNode option = new ObjectMapper().readTree(_get(EChart.class).getElement().getProperty("option"));
        assertThat(option.at("/series/0/name").asText()).as("a series per currency").isEqualTo("Amount GBP");
        assertThat(option.at("/series/1/data")).hasToString("[null,null,7]");
        assertThat(_get(H1.class).getText()).isEqualTo("Title of months");
    }

    @Test
    void runsWithTheParametersOfTheAddress() {
        open("months", "month=2011-08&by=quantity&via=products:month");

        assertThat(reports.asked).containsExactly(Map.of("month", "2011-08", "by", "quantity"));
        assertThat(field("month").getValue()).isEqualTo("2011-08");
        assertThat(_get(Select.class).getValue()).isEqualTo("quantity");
        assertThat(_find(ConsoleLink.class, spec -> spec.withText("Title of products"))).singleElement()
                .extracting(ConsoleLink::getHref).isEqualTo("report/products?by=quantity");
    }

    @Test
    void putsEachProblemBesideItsField() {
        open("months", "month=bad");

        assertThat(field("month").getErrorMessage()).isEqualTo("must be a month");
        assertThat(field("limit").getErrorMessage()).isEqualTo("must be a number");
        assertThat(_find(ReportTable.class)).isEmpty();
    }

    @Test
    void saysThatNothingWasSold() {
        reports.empty = true;

        open("months", "");

        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void namesTheBundleOfAReportThatIsGone() {
        reports.there.remove("months");

        open("months", "month=2011-08");

        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).contains("!report.gone.bundle");
        assertThat(reports.asked).isEmpty();
    }

    @Test
    void followsItsBundleGoingAndComing() {
        open("months", "");

        reports.there.remove("months");
        changes.reportsChanged();
        MockVaadin.clientRoundtrip();
        assertThat(_find(EmptyState.class)).hasSize(1);
        reports.there.add("months");
        changes.reportsChanged();
        MockVaadin.clientRoundtrip();

        assertThat(_find(EmptyState.class)).isEmpty();
        assertThat(_find(ReportTable.class)).hasSize(1);
    }

    @Test
    void doesNotRunAgainWhenAnotherReportComes() {
        open("months", "");

        reports.there.remove("products");
        changes.reportsChanged();
        MockVaadin.clientRoundtrip();

        assertThat(reports.asked).hasSize(1);
    }

    @Test
    void listsReportsAsTheyComeAndGo() {
        UI.getCurrent().add(new ReportsPage(reports, changes));
        assertThat(_find(ConsoleLink.class)).extracting(ConsoleLink::getText).containsExactly("Title of months", "Title of products");

        reports.there.remove("months");
        changes.reportsChanged();
        MockVaadin.clientRoundtrip();

        assertThat(_find(ConsoleLink.class)).extracting(ConsoleLink::getText).containsExactly("Title of products");
    }

    @Test
    void tellsTheMenuOfChanges() {
        ReportMenu menu = new ReportMenu(reports, changes);
        List<String> told = new java.util.ArrayList<>();
        menu.onChange(() -> told.add("changed"));

        reports.there.remove("months");
        changes.reportsChanged();

        assertThat(told).hasSize(1);
        assertThat(menu.entries(java.util.Locale.ENGLISH)).singleElement().satisfies(e -> {
            assertThat(e.path()).isEqualTo("report/products");
            assertThat(e.permission()).isEqualTo("report.read");
        });
    }

    @Test
    void asksForWhatWasEnteredOnly() {
        List<Map<String, String>> asked = new java.util.ArrayList<>();
        UI.getCurrent().add(new ParameterForm(reports.list(CurrentUser.actor(), java.util.Locale.ENGLISH).get(0), Map.of(), asked::add));

        _setValue(field("month"), " 2011-08 ");
        _click(_get(Button.class, spec -> spec.withId("show")));

        assertThat(asked).containsExactly(Map.of("month", "2011-08"));
    }

    private static TextField field(String name) {
        return _get(TextField.class, spec -> spec.withId("parameter-" + name));
    }

    private void open(String report, String query) {
        ReportPage page = new ReportPage(reports, changes, Runnable::run);
        UI.getCurrent().add(page);
        page.open(Drill.of(report, QueryParameters.fromString(query)));
        MockVaadin.clientRoundtrip();
    }
}
