package io.amphora.customer.api;

/**
 * Which customers; every part may be null (any).
 *
 * @param text beginning of number, any word of the name, e-mail or phone; case does not matter, nor how a phone number is grouped
 */
public record CustomerFilter(String text, String country, Boolean blocked) {
    public static final CustomerFilter ALL = new CustomerFilter(null, null, null);
}
