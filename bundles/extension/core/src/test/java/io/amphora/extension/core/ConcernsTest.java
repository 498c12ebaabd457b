package io.amphora.extension.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Page;
import io.amphora.common.Problem;
import io.amphora.extension.api.Provided;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Job;
import io.amphora.platform.api.Jobs;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcernsTest {
    private final Concerns concerns = new Concerns();

    @Test
    void countsOpenOrdersThatRestWhileOrdersAreOff() {
        concerns.orders = answering(OrderQueries.class, 3);

        assertThat(messages(List.of(), "io.amphora.order.core", "io.amphora.order.rest")).containsExactly("3 open orders rest until this is on again");
        assertThat(messages(List.of(), "io.amphora.customer.core")).isEmpty();
    }

    @Test
    void saysOfAChannelThatItsOrdersCanBeHandledWhileOrdersAreOn() {
        concerns.orders = answering(OrderQueries.class, 1);
        List<Provided> channel = List.of(new Provided(Provided.Kind.CHANNEL, "web", "Web shop", "io.acme.web", true));

        assertThat(messages(channel, "io.acme.web")).containsExactly("one open order came over Web shop: they stay and can be handled");
    }

    @Test
    void countsJobsOfTheDomainThatHaveNotEnded() {
        concerns.jobs = answering(Jobs.class, new Page<>(List.of(job("transfer.import", Job.State.RUNNING), job("transfer.import", Job.State.SUCCEEDED), job("report.run", Job.State.QUEUED)), null));

        assertThat(messages(List.of(), "io.amphora.transfer.core")).containsExactly("jobs in the background that pause until this is on again: 1");
        assertThat(messages(List.of(), "io.amphora.order.core")).isEmpty();
    }

    @Test
    void asksDomainsWhatIsInUseAndPassesOverOneThatFails() {
        concerns.uses = List.of((domains, gone) -> {
            throw new IllegalStateException("broken");
        }, (domains, gone) -> domains.contains("payment") ? List.of(Problem.of("", "x", "{0} payments rest", 7)) : List.of());

        assertThat(messages(List.of(), "io.amphora.payment.core")).containsExactly("7 payments rest");
        assertThat(messages(List.of(), "io.amphora.order.core")).isEmpty();
    }

    private List<String> messages(List<Provided> gone, String... bundles) {
        return concerns.of(gone, List.of(bundles)).stream().map(Problem::message).toList();
    }

    private static Job job(String type, Job.State state) {
        return new Job(1, type, "t", "ada", state, 0, 0, "", "{}", null, Instant.EPOCH, null, null);
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer));
    }
}
