package io.amphora.order.core.review;

import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewRequest;
import io.amphora.order.core.OrderSettings;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names, numbers, addresses, e-mails and phones that nobody wants to deliver to. */
@Component(service = ReviewCheck.class, property = {ReviewCheck.PROPERTY_ID + "=order.blacklist", "service.ranking:Integer=200"})
public final class BlacklistCheck extends OwnCheck {
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()/.-]*");
    private static final int SHORTEST_PHONE = 6;

    @Activate
    public BlacklistCheck(@Reference OrderSettings settings) {
        super("Blacklist", "黑名单", settings);
    }

    @Override
    public HoldType hold() {
        return HoldType.FRAUD;
    }

    @Override
    void look(ReviewRequest order, OrderSettings.Values limits, Problems found) {
        if (limits.blacklist().isEmpty()) {
            return;
        }
        Address a = order.shipTo();
        ReviewRequest.Customer c = order.customer();
        String all = Stream.of(c == null ? null : c.name(), c == null ? null : c.number(), c == null ? null : c.email(), c == null ? null : c.phone(), a.recipient(), a.street(), a.postalCode(), a.city(), a.region(), a.country())
                .filter(Objects::nonNull).map(String::strip).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
        String phone = c == null || c.phone() == null ? "" : digits(c.phone());
        limits.blacklist().stream().filter(entry -> all.contains(entry) || isPhone(entry) && phone.contains(digits(entry))).forEach(entry -> found.add("shipTo", "order.review.blacklist", "customer or address are on the blacklist: {0}", entry));
    }

    /** People write the same number with blanks, dashes, brackets and with or without a zero in front: only its digits count. */
    private static boolean isPhone(String entry) {
        return PHONE.matcher(entry).matches() && digits(entry).length() >= SHORTEST_PHONE;
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    }
}
