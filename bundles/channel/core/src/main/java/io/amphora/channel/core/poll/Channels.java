package io.amphora.channel.core.poll;

import io.amphora.channel.api.Inbox.ChannelInfo;
import io.amphora.channel.api.SalesChannel;
import io.amphora.channel.core.store.KnownChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sales channels that are there. Takes service objects instead of services: a channel's constructor is its code, too, and must not run here. */
@Component(service = Channels.class)
public final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final int LONGEST_ID = 60;

    private final Map<Object, WatchedChannel> all = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addChannel(ComponentServiceObjects<SalesChannel> objects) {
        ServiceReference<SalesChannel> service = objects.getServiceReference();
        Bundle bundle = service.getBundle();
        if (service.getProperty(SalesChannel.PROPERTY_ID) instanceof String id && bundle != null && !id.isBlank() && id.length() <= LONGEST_ID) {
            add(service, id, bundle.getSymbolicName(), bundle.getVersion().toString(), objects::getService);
        } else {
            LOG.warn("a sales channel of {} lacks a good service property {}: ignored", bundle, SalesChannel.PROPERTY_ID);
        }
    }

    void removeChannel(ComponentServiceObjects<SalesChannel> objects) {
        remove(objects.getServiceReference());
    }

    void add(Object key, String id, String bundle, String version, Supplier<SalesChannel> service) {
        all.put(key, new WatchedChannel(id, bundle, version, service));
    }

    void remove(Object key) {
        WatchedChannel gone = all.remove(key);
        if (gone != null) {
            gone.interrupt();
        }
    }

    Collection<WatchedChannel> present() {
        return all.values();
    }

    /** All channels that are or were there, by id. */
    public List<ChannelInfo> describe(List<KnownChannel> known, Locale locale) {
        Map<String, ChannelInfo> infos = new LinkedHashMap<>();
        known.forEach(k -> infos.put(k.id(), new ChannelInfo(k.id(), k.title(), false, k.bundle(), k.bundleVersion(), k.lastFetch(), k.lastError(), k.received())));
        for (WatchedChannel c : all.values()) {
            ChannelInfo before = infos.get(c.id);
            infos.put(c.id, new ChannelInfo(c.id, c.title(locale), true, c.bundle, c.bundleVersion, c.lastFetch(), c.lastError(), before == null ? 0 : before.received()));
        }
        List<ChannelInfo> sorted = new ArrayList<>(infos.values());
        sorted.sort(Comparator.comparing(ChannelInfo::id));
        return sorted;
    }
}
