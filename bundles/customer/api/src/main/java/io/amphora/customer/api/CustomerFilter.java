package io.amphora.customer.api;

/**
 * Which customers; every part may be null (any).
 *
 * @param text beginning of number, name, e-mail or phone; case does not matter
 */
public record CustomerFilter(String text, String country, Boolean blocked) {
    public static final CustomerFilter ALL = new CustomerFilter(null, null, null);
}
