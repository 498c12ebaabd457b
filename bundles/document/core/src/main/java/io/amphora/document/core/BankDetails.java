package io.amphora.document.core;

import io.amphora.common.Problems;
import io.amphora.document.api.DocumentModel;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where invoices are to be paid to.
 *
 * @param account   empty: nowhere by transfer
 * @param reference {@code {order}}, {@code {invoice}} and {@code {customer}} stand for their numbers
 */
record BankDetails(String holder, String account, String bic, String bank, String reference) {
    static final String REFERENCE = "{order}";
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern LIKE_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{3,39}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final int LONGEST = 100;
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    /** Null if no account is set. @param invoice null for a preview @param customer may be null */
    DocumentModel.Transfer transfer(String order, String invoice, String customer) {
        String text = reference.replace("{order}", order).replace("{invoice}", invoice == null ? "" : invoice).replace("{customer}", customer == null ? "" : customer);
        return account.isEmpty() ? null : new DocumentModel.Transfer(holder, grouped(account), bic.isEmpty() ? null : bic, bank.isEmpty() ? null : bank, text.strip().replaceAll(" {2,}", " "));
    }

    /** An IBAN is read and typed in fours. */
    private static String grouped(String account) {
        String plain = plain(account);
        return IBAN.matcher(plain).matches() ? plain.replaceAll("(.{4})(?!$)", "$1 ") : account;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    static void verifyAccount(Problems problems, String field, String value) {
        boolean fits = value == null || value.isBlank() || ACCOUNT.matcher(value.strip()).matches() && (!LIKE_IBAN.matcher(plain(value)).lookingAt() || IBAN.matcher(plain(value)).matches() && checked(plain(value)));
        problems.check(fits, field, "document.bank-account", "is no account: an IBAN with the right check digits, or 4 to 40 letters, digits, spaces and -");
    }

    static void verifyBic(Problems problems, String field, String value) {
        problems.check(value == null || value.isBlank() || BIC.matcher(value.strip()).matches(), field, "document.bank-bic", "is no BIC: 8 or 11 capital letters and digits");
    }

    static void verifyReference(Problems problems, String field, String value) {
        problems.check(value != null && value.length() <= LONGEST && value.contains("{order}"), field, "document.payment-reference",
                "needs '{'order'}', so that payments find their order, and at most 100 characters");
    }

    /** ISO 13616: country and check digits go to the end, letters are numbers from 10 on, and the rest modulo 97 is 1. */
    private static boolean checked(String iban) {
        String digits = (iban.substring(4) + iban.substring(0, 4)).chars().mapToObj(c -> Integer.toString(Character.digit(c, 36))).collect(Collectors.joining());
        return new BigInteger(digits).mod(CHECK).equals(BigInteger.ONE);
    }
}
