package io.amphora.notification.core.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Plain text as a document for mail programs: everything escaped, paragraphs and line ends kept, web addresses made links. */
public final class MailHtml {
    // on escaped text: no quotes and angle brackets are left in it
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w\\-.~:/?#\\[\\]@!$&()*+,;=%]*[\\w\\-~/#=]");

    private MailHtml() {
    }

    public static String of(String subject, String text, Locale language) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"").append(escape(language.toLanguageTag())).append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(subject)).append("</title></head><body style=\"margin:0;padding:24px;background:#f4f5f7;color:#1c2430;font:16px/1.5 system-ui,'Segoe UI','Noto Sans SC',sans-serif\">")
                .append("<div style=\"max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px\">");
        for (String paragraph : text.split("\n{2,}")) {
            html.append("<p style=\"margin:0 0 16px\">").append(linked(escape(paragraph)).replace("\n", "<br>")).append("</p>");
        }
        return html.append("</div></body></html>").toString();
    }

    private static String linked(String escaped) {
        return ADDRESS.matcher(escaped).replaceAll("<a href=\"$0\" style=\"color:#1d5fbf\">$0</a>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
