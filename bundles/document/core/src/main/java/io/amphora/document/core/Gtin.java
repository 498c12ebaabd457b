package io.amphora.document.core;

/** Global trade item numbers: what the barcode on a product says. */
final class Gtin {
    private Gtin() {
    }

    /** @return the SKU if it is a GTIN of 8, 12, 13 or 14 digits with its right check digit, else null */
    static String of(String sku) {
        return sku != null && sku.matches("\\d{8}|\\d{12,14}") && checks(sku) ? sku : null;
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            boolean heavy = (digits.length() - 1 - i) % 2 == 1;
            sum += (digits.charAt(i) - '0') * (heavy ? 3 : 1);
        }
        return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
    }

    static String symbology(String gtin) {
        return switch (gtin.length()) {
            case 8 -> "ean8";
            case 12 -> "upca";
            case 13 -> "ean13";
            default -> "itf14";
        };
    }
}
