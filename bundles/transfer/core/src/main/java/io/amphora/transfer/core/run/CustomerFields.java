package io.amphora.transfer.core.run;

import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** What rows of customers and rows of orders have in common. */
final class CustomerFields {
    static final int NUMBER = 40;
    static final int PHONE = 60;
    private static final int EMAIL = 200;
    private static final int PLACE = 100;
    private static final int POSTAL_CODE = 40;

    private CustomerFields() {
    }

    static Address address(Cells cells) {
        return new Address(cells.text("recipient", Problems.TEXT), cells.text("street", Problems.TEXT), cells.text("city", PLACE), cells.text("region", PLACE),
                cells.identifier("postalCode", POSTAL_CODE), cells.text("country", PLACE));
    }

    static String email(Cells cells) {
        String email = cells.text("email", EMAIL);
        int at = email == null ? 1 : email.indexOf('@');
        cells.problems().check(at > 0 && (email == null || at < email.length() - 1 && email.indexOf('@', at + 1) < 0 && email.chars().noneMatch(Character::isWhitespace)),
                "email", "transfer.email", "\"{0}\" is not an e-mail address", String.valueOf(email));
        return email;
    }

    /** For who has none: the address itself, or what always comes out the same for a long one. */
    static String numberOf(String email) {
        String lower = email.toLowerCase(Locale.ROOT);
        return lower.length() <= NUMBER ? lower : UUID.nameUUIDFromBytes(lower.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
