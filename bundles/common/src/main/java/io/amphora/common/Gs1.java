package io.amphora.common;

/** Numbers of goods and parcels as GS1 makes them: the last digit proves the others. */
public final class Gs1 {
    private static final int SSCC = 18;

    private Gs1() {
    }

    /** Whether it is a GTIN (8, 12, 13 or 14 digits) with its right check digit. */
    public static boolean isGtin(String code) {
        return code != null && code.matches("[0-9]{8}|[0-9]{12,14}") && checks(code);
    }

    /** Whether it is a serial shipping container code: 18 digits with the right check digit. */
    public static boolean isSscc(String code) {
        return code != null && code.matches("[0-9]{18}") && checks(code);
    }

    /**
     * The serial shipping container code of a parcel.
     *
     * @param companyPrefix 4 to 12 digits
     * @param serial        not negative; its digits that do not fit go into the extension digit, and beyond that it starts anew
     */
    public static String sscc(String companyPrefix, long serial) {
        int digits = SSCC - 2 - companyPrefix.length();
        long room = (long) Math.pow(10, digits);
        String body = (serial / room) % 10 + companyPrefix + String.format("%0" + digits + "d", serial % room);
        return body + checkDigit(body);
    }

    /** The digit that belongs behind these digits. */
    public static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            boolean heavy = (body.length() - i) % 2 == 1;
            sum += (body.charAt(i) - '0') * (heavy ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    private static boolean checks(String code) {
        return checkDigit(code.substring(0, code.length() - 1)) == code.charAt(code.length() - 1) - '0';
    }
}
