package io.amphora.report.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.report.api.ReportData;
import io.amphora.report.api.ReportInfo;
import io.amphora.report.api.ReportInfo.Parameter;
import io.amphora.report.api.ReportRequest;
import io.amphora.report.api.ReportResult;
import io.amphora.report.api.ReportResult.Column;
import io.amphora.report.api.ReportTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every report template keeps. Extend it in the template's own tests. */
public abstract class ReportTemplateContract {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.FRENCH);

    /** The template under test, as its bundle would make it. */
    protected abstract ReportTemplate template();

    @Test
    public void saysWhatItIsInEveryLanguage() {
        for (Locale language : LANGUAGES) {
            ReportInfo info = template().info(language);
            assertThat(info.title()).isNotBlank().doesNotContain("report.");
            assertThat(info.description()).isNotBlank().doesNotStartWith("report.");
            assertThat(info.icon()).matches("[a-z]+:[a-z0-9-]+");
        }
        assertThat(template().info(Locale.SIMPLIFIED_CHINESE).title()).as("Chinese title").isNotEqualTo(template().info(Locale.ENGLISH).title());
    }

    @Test
    public void namesParametersOnceWithFallbacksThatFit() {
        List<Parameter> parameters = template().info(Locale.ENGLISH).parameters();
        assertThat(parameters).extracting(Parameter::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-zA-Z0-9-]*"));
        assertThat(parameters).extracting(Parameter::title).doesNotContainNull().noneMatch(String::isBlank);
        for (Parameter parameter : parameters) {
            if (parameter.type() == Parameter.Type.CHOICE) {
                assertThat(parameter.choices()).as(parameter.name()).isNotEmpty().contains(parameter.fallback());
            }
            if (parameter.type() == Parameter.Type.NUMBER && parameter.fallback() != null) {
                assertThat(parameter.fallback()).as(parameter.name()).matches("-?[0-9]{1,9}");
            }
        }
    }

    @Test
    public void givesAWholeTable() throws Exception {
        isWhole(run(SalesInMemory.sample()));
    }

    @Test
    public void givesAnEmptyTableWhenNothingWasSold() throws Exception {
        ReportResult result = run(new SalesInMemory());

        isWhole(result);
        assertThat(result.rows()).isEmpty();
    }

    @Test
    public void givesTheSameToManyAtOnce() throws Exception {
        ReportTemplate template = template();
        ReportResult expected = run(template, SalesInMemory.sample());

        var runs = java.util.stream.IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                return run(template, SalesInMemory.sample());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        })).toList();

        for (var run : runs) {
            assertThat(run.get()).isEqualTo(expected);
        }
    }

    /** Runs it as the platform does: fallbacks filled in. */
    protected ReportResult run(ReportData data, String... namesAndValues) throws Exception {
        return run(template(), data, namesAndValues);
    }

    private static ReportResult run(ReportTemplate template, ReportData data, String... namesAndValues) throws Exception {
        Map<String, String> values = template.info(Locale.ENGLISH).parameters().stream().filter(p -> p.fallback() != null)
                .collect(Collectors.toMap(Parameter::name, Parameter::fallback));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return template.run(new ReportRequest(Locale.ENGLISH, values), data);
    }

    private static void isWhole(ReportResult result) {
        List<String> names = result.columns().stream().map(Column::name).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9-]*"));
        assertThat(result.columns()).extracting(Column::title).noneMatch(title -> title.isBlank() || title.startsWith("report."));
        List<List<Object>> rows = new ArrayList<>(result.rows());
        if (result.totals() != null) {
            rows.add(result.totals());
        }
        for (List<Object> row : rows) {
            assertThat(row).hasSameSizeAs(names);
            for (int i = 0; i < row.size(); i++) {
                boolean text = result.columns().get(i).type() == Column.Type.TEXT;
                assertThat(row.get(i)).as(names.get(i)).satisfiesAnyOf(value -> assertThat(value).isNull(),
                        value -> assertThat(value).isInstanceOf(text ? String.class : BigDecimal.class));
            }
        }
        if (result.chart() != null) {
            assertThat(names).contains(result.chart().category()).containsAll(result.chart().series());
        }
    }
}
