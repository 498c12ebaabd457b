package io.amphora.console.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTest {
    @Test
    void survivesTheAddress() {
        Filter filter = new Filter("late", "acme & söhne", Map.of("status", "OPEN"));

        assertThat(Filter.of(QueryParameters.fromString(filter.parameters().getQueryString()))).isEqualTo(filter);
    }

    @Test
    void ignoresNonsenseInTheAddress() {
        Filter filter = Filter.of(QueryParameters.fromString("from=yesterday&state=FOO&q=" + "x".repeat(5000)));

        assertThat(filter.day("from")).isEmpty();
        assertThat(filter.value("state", Thread.State.class)).isEmpty();
        assertThat(filter.text()).hasSize(200);
    }
}
