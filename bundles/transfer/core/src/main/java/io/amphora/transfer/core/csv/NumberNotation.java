package io.amphora.transfer.core.csv;

/** Tells from the values of one column whether its decimals begin after a comma. Values that fit both ways ({@code 1,234}) tell nothing. */
public final class NumberNotation {
    private long commas;
    private long points;
    private long groups;

    public void take(String text) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma < 0 && point < 0) {
            return;
        }
        char last = comma > point ? ',' : '.';
        int at = Math.max(comma, point);
        boolean both = comma >= 0 && point >= 0;
        boolean repeated = text.indexOf(last) != at;
        if (both && !repeated || !repeated && decimals(text, at)) {
            vote(last == ',');
        } else if (repeated && !decimals(text, at)) {
            vote(last == '.');
        } else {
            groups++;
        }
    }

    private void vote(boolean comma) {
        commas += comma ? 1 : 0;
        points += comma ? 0 : 1;
    }

    /** Not a group of thousands: anything but three digits after it, or nothing but a zero before it. */
    private static boolean decimals(String text, int at) {
        int digits = 0;
        for (int i = at + 1; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            digits++;
        }
        return digits != 3 || at == 0 || !Character.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '0' && (at == 1 || !Character.isDigit(text.charAt(at - 2)));
    }

    /** @return null if no value told */
    public Boolean comma() {
        return commas + points == 0 ? null : commas > points;
    }

    /** Whether there are values that could be read either way, and none that tells. */
    public boolean uncertain() {
        return groups > 0 && commas + points == 0;
    }

    /** Whether values contradict each other. */
    public boolean mixed() {
        return commas > 0 && points > 0;
    }

    long commas() {
        return commas;
    }

    long points() {
        return points;
    }
}
