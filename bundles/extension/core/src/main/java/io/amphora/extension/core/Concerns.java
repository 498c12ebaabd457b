package io.amphora.extension.core;

import io.amphora.channel.api.Inbox;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.extension.api.InUse;
import io.amphora.extension.api.Provided;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Jobs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Business on its way that something which goes has to do with. Counting stops early: it is there to think twice, not to know exactly. */
@Component(service = Concerns.class)
public class Concerns {
    private static final Logger LOG = LoggerFactory.getLogger(Concerns.class);
    private static final Actor SYSTEM = Actor.system("extension");
    private static final int MOST = 100;
    private static final Set<OrderStatus> OPEN = Arrays.stream(OrderStatus.values()).filter(s -> !s.isFinal() && s != OrderStatus.DRAFT).collect(Collectors.toSet());

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile List<InUse> uses = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile OrderQueries orders;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Inbox inbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile Jobs jobs;

    /** @param bundles symbolic names of those that stop */
    List<Problem> of(Collection<Provided> gone, Collection<String> bundles) {
        Set<String> domains = bundles.stream().filter(name -> name.endsWith(".core")).map(name -> name.split("\\.")[2]).collect(Collectors.toSet());
        List<Problem> concerns = new ArrayList<>();
        if (domains.contains("order")) {
            orders(concerns);
        }
        gone.stream().filter(p -> p.kind() == Provided.Kind.CHANNEL).forEach(p -> channel(p, domains.contains("order"), concerns));
        uses.forEach(use -> concerns.addAll(of(use, domains, gone)));
        jobs(domains, concerns);
        return concerns;
    }

    /** Foreign code: one that fails must not keep anybody from switching. */
    private static List<Problem> of(InUse use, Set<String> domains, Collection<Provided> gone) {
        try {
            return use.concerns(domains, gone);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} cannot say what is in use", use.getClass().getName(), e);
            return List.of();
        }
    }

    private int open(String channel) {
        OrderQueries queries = orders;
        return queries == null ? 0 : queries.count(SYSTEM, new OrderFilter(null, OPEN, channel, null, null, null, null, null, null), MOST);
    }

    private void orders(List<Problem> concerns) {
        int open = open(null);
        if (open > 0) {
            concerns.add(Problem.of("", "extension.orders-rest", "{0,choice,1#one open order rests|1<{0} open orders rest|100#100 or more open orders rest} until this is on again", open));
        }
    }

    private void channel(Provided channel, boolean withoutOrders, List<Problem> concerns) {
        int open = withoutOrders ? 0 : open(channel.id());
        if (open > 0) {
            concerns.add(Problem.of("", "extension.orders-open", "{0,choice,1#one open order|1<{0} open orders|100#100 or more open orders} came over {1}: they stay and can be handled",
                    open, channel.title()));
        }
        Inbox staging = inbox;
        int waiting = staging == null ? 0 : staging.list(SYSTEM, Inbox.State.FAILED, channel.id(), PageRequest.first(MOST)).items().size();
        if (waiting > 0) {
            concerns.add(Problem.of("", "extension.inbox-waiting", "{0} incoming orders of {1} wait to be mended: they stay", waiting, channel.title()));
        }
    }

    /** Job types begin with their domain, like {@code transfer.import}. */
    private void jobs(Set<String> domains, List<Problem> concerns) {
        Jobs all = jobs;
        long running = all == null ? 0 : all.list(SYSTEM, PageRequest.first(MOST)).items().stream()
                .filter(job -> !job.state().ended() && domains.contains(job.type().replaceFirst("\\..*", ""))).count();
        if (running > 0) {
            concerns.add(Problem.of("", "extension.jobs-pause", "jobs in the background that pause until this is on again: {0}", running));
        }
    }
}
