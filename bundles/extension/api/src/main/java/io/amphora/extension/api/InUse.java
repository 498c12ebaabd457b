package io.amphora.extension.api;

import io.amphora.common.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard service of a domain: what of its business is on its way, for those who are about to switch something off. Counting may stop at a hundred. Thread-safe. */
@ConsumerType
public interface InUse {
    /**
     * @param domains that stop, such as {@code payment}
     * @param gone    what goes with bundles of any domain, such as a carrier
     * @return what to think of, each as a sentence; empty if nothing
     */
    List<Problem> concerns(Set<String> domains, Collection<Provided> gone);
}
