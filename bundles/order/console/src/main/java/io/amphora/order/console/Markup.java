package io.amphora.order.console;

/**
 * HTML of a part of a page that only shows something: for the server it is one value, where every element of its own is a node with changes to collect. Whatever is put in is escaped.
 * Not thread-safe.
 */
final class Markup {
    private final StringBuilder html = new StringBuilder(1 << 10);

    /** @param attributes names and values in turn */
    Markup open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            html.append('"');
        }
        html.append('>');
        return this;
    }

    Markup close(String... tags) {
        for (String tag : tags) {
            html.append("</").append(tag).append('>');
        }
        return this;
    }

    Markup text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return this;
    }

    Markup span(String text) {
        return open("span").text(text).close("span");
    }

    Markup span(String styleClass, String text) {
        return open("span", "class", styleClass).text(text).close("span");
    }

    /** @param svg a constant of ours: goes in as it is */
    Markup icon(String svg) {
        html.append(svg);
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
