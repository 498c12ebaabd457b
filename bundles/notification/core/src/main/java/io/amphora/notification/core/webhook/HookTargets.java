package io.amphora.notification.core.webhook;

import io.amphora.notification.api.TransportException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Where webhooks may go: not into the network of this server, where whoever may set up a webhook could reach what is not for him (other services of this machine, metadata of a
 * cloud), unless an admin names the host.
 */
@Component(service = HookTargets.class)
@Designate(ocd = HookTargets.Allowed.class)
public final class HookTargets {
    private final Set<String> allowed;
    private final Resolver resolver;

    /** Looks names up. */
    interface Resolver {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** Which hosts of the own network may be told. */
    @ObjectClassDefinition(name = "Webhooks", description = "Where webhooks may go")
    public @interface Allowed {
        @AttributeDefinition(name = "Internal hosts", description = "Names or addresses, as they stand in the address of the webhook, that may lie in the own network; * for any")
        String[] internal_hosts() default {};
    }

    @Activate
    public HookTargets(Allowed allowed) {
        this(List.of(allowed.internal_hosts()));
    }

    /** @param hosts that are allowed */
    public HookTargets(List<String> hosts) {
        this(hosts, InetAddress::getAllByName);
    }

    HookTargets(List<String> hosts, Resolver resolver) {
        this.resolver = resolver;
        allowed = hosts.stream().flatMap(h -> Arrays.stream(h.split(","))).map(h -> plain(h.strip())).filter(h -> !h.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }

    /** The address of the own network that a host stands for; empty if there is none, or an admin allows it. A host that is not found now may be there later. */
    Optional<InetAddress> internal(URI url) {
        try {
            return refused(url, found(url));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * To be asked right before a message is sent: a name may stand for another address by now.
     *
     * @return the addresses that were looked at: the message goes to one of these and to no other, as the name may stand for yet another one a moment later
     */
    List<InetAddress> require(URI url) throws TransportException {
        try {
            List<InetAddress> found = found(url);
            Optional<InetAddress> bad = refused(url, found);
            if (bad.isPresent()) {
                throw new TransportException(url.getHost() + " is " + bad.get().getHostAddress() + ", in the network of this server: webhooks do not go there", false);
            }
            return found;
        } catch (UnknownHostException e) {
            throw new TransportException("there is no host " + url.getHost(), false, e);
        }
    }

    /** Without the brackets of an address. */
    static String host(URI url) {
        return plain(url.getHost());
    }

    private List<InetAddress> found(URI url) throws UnknownHostException {
        return List.of(resolver.find(host(url)));
    }

    private Optional<InetAddress> refused(URI url, List<InetAddress> found) {
        String host = host(url);
        if (allowed.contains("*") || allowed.contains(host)) {
            return Optional.empty();
        }
        return found.stream().filter(HookTargets::isInternal).findFirst();
    }

    static boolean isInternal(InetAddress a) {
        return a.isLoopbackAddress() || a.isAnyLocalAddress() || a.isLinkLocalAddress() || a.isSiteLocalAddress() || a.isMulticastAddress()
                || (a instanceof Inet6Address ? isInternal6(a.getAddress()) : isInternal4(a.getAddress()));
    }

    /** This network, shared by providers, protocols, benchmarks, reserved and broadcast. */
    private static boolean isInternal4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        return first == 0 || first == 100 && second >= 64 && second < 128 || first == 192 && second == 0 && b[2] == 0 || first == 198 && (second == 18 || second == 19) || first >= 240;
    }

    /** Unique local, and what hides an address of version 4: translated (64:ff9b::), 6to4 (2002::), compatible (::a.b.c.d). */
    private static boolean isInternal6(byte[] b) {
        boolean zeros = true;
        for (int i = 0; i < 12; i++) {
            zeros &= b[i] == 0;
        }
        boolean translated = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
        return (b[0] & 0xfe) == 0xfc || zeros || translated || b[0] == 0x20 && b[1] == 0x02;
    }
}
