package io.amphora.customer.core;

import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.CustomerData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a customer must look like. */
final class CustomerRules {
    private static final int NUMBER = 40;
    private static final int PHONE = 60;
    private static final int PLACE = 100;
    private static final int STREET = 400;
    private static final int POSTAL_CODE = 40;
    private static final int NOTE = 2_000;
    private static final int LANGUAGE = 20;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final int ADDRESSES = 50;
    private static final int LIMIT_DECIMALS = 4;
    /** Only keeps out what is surely none: the mail server decides. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private CustomerRules() {
    }

    /** @param field prefix of the fields in problems: empty, or {@code [3].} @return the data tidied; only good if no problem was added */
    static CustomerData check(CustomerData data, String field, Problems problems) {
        String number = problems.optionalText(field + "number", data.number(), NUMBER);
        String name = problems.text(field + "name", data.name(), Problems.TEXT);
        String email = problems.optionalText(field + "email", data.email(), Problems.TEXT);
        problems.check(email == null || EMAIL.matcher(email).matches(), field + "email", "customer.email", "is no e-mail address");
        String phone = problems.optionalText(field + "phone", data.phone(), PHONE);
        String country = problems.optionalText(field + "country", data.country(), PLACE);
        String note = problems.optionalText(field + "note", data.note(), NOTE);
        String language = problems.optionalText(field + "language", data.language(), LANGUAGE);
        problems.check(language == null || isLanguage(language), field + "language", "customer.language",
                "is no language tag such as en or zh-CN");
        problems.check(data.addresses().size() <= ADDRESSES, field + "addresses", "customer.addresses", "at most {0} addresses are possible", ADDRESSES);
        BigDecimal limit = data.creditLimit() == null ? null : plain(problems.notNegative(field + "creditLimit", data.creditLimit(), LIMIT_DECIMALS));
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < data.addresses().size(); i++) {
            Address a = address(data.addresses().get(i), field + "addresses[" + i + "].", problems);
            if (!a.equals(Address.EMPTY)) {
                addresses.add(a);
            }
        }
        return new CustomerData(number, name, email, phone, country, data.blocked(), note, addresses, language, limit);
    }

    /** A tag of BCP 47 whose language is one: a text that nobody has in it comes in the language of the installation. */
    private static boolean isLanguage(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.toLanguageTag().equalsIgnoreCase(tag) && LANGUAGES.contains(locale.getLanguage());
    }

    static CustomerData withLimit(CustomerData d, BigDecimal limit) {
        return new CustomerData(d.number(), d.name(), d.email(), d.phone(), d.country(), d.blocked(), d.note(), d.addresses(), d.language(), limit);
    }

    /** As everybody sees it, without the zeros of the database. */
    static BigDecimal plain(BigDecimal number) {
        if (number == null || Math.abs((long) number.scale()) > 100) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Address address(Address a, String field, Problems problems) {
        return new Address(problems.optionalText(field + "recipient", a.recipient(), Problems.TEXT), problems.optionalText(field + "street", a.street(), STREET),
                problems.optionalText(field + "city", a.city(), PLACE), problems.optionalText(field + "region", a.region(), PLACE),
                problems.optionalText(field + "postalCode", a.postalCode(), POSTAL_CODE), problems.optionalText(field + "country", a.country(), PLACE));
    }
}
