package io.amphora.transfer.api;

import java.util.List;

/**
 * What a file does not say itself.
 *
 * @param source   name of where orders come from: with their number unique, becomes their channel
 * @param currency ISO 4217, for rows without one
 * @param country  for orders and customers without one, may be null
 * @param zone     of times without one: {@code Europe/Paris}
 * @param location code of where stock was counted, for rows without one; null means the first
 * @param services codes of products that are no goods (postage, fees); {@code *} at the end stands for anything
 * @param live     order lines become live orders: of today, by way of the inbox of incoming orders; else they are of the past
 * @param again    live ones on the dates of the file, each as far as it had come: see {@link Replays}
 */
public record ImportOptions(String source, String currency, String country, String zone, String location, List<String> services, boolean live, boolean again) {
    public ImportOptions {
        services = services == null ? List.of() : List.copyOf(services);
        live = live || again;
    }

    /** Live orders are of today. */
    public ImportOptions(String source, String currency, String country, String zone, String location, List<String> services, boolean live) {
        this(source, currency, country, zone, location, services, live, false);
    }

    /** Orders are of the past. */
    public ImportOptions(String source, String currency, String country, String zone, String location, List<String> services) {
        this(source, currency, country, zone, location, services, false);
    }
}
