package io.amphora.customer.api;

/**
 * Where something is sent. Every part may be null; {@link #isComplete} tells whether a parcel would arrive.
 *
 * @param country as written by the source: ISO 3166 code or name
 */
public record Address(String recipient, String street, String city, String region, String postalCode, String country) {
    public static final Address EMPTY = new Address(null, null, null, null, null, null);

    public boolean isComplete() {
        return filled(street) && filled(city) && filled(country);
    }

    private static boolean filled(String s) {
        return s != null && !s.isBlank();
    }
}
