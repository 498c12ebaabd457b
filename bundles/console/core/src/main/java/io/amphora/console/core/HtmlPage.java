package io.amphora.console.core;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The frame of the pages before sign-in: plain HTML, so that strangers cost no session and a password manager understands them. */
final class HtmlPage {
    private HtmlPage() {
    }

    static void send(HttpServletResponse response, Shell shell, Locale locale, String path, String titleKey, String content) throws IOException {
        String title = escape(shell.texts().get(titleKey, locale));
        String theme = shell.themes().find(Themes.DEFAULT).map(t -> "<link rel=\"stylesheet\" href=\"" + escape(t.stylesheet()) + "\">").orElse("");
        StringBuilder languages = new StringBuilder();
        for (Locale other : Languages.ALL) {
            languages.append("<a href=\"").append(path).append("?lang=").append(other.getLanguage()).append("\" lang=\"").append(Languages.tag(other)).append('"')
                    .append(other.equals(locale) ? " aria-current=\"true\"" : "").append('>').append(Languages.name(other)).append("</a> ");
        }
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write("""
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Amphora</title><link rel="icon" type="image/svg+xml" href="%s">%s<link rel="stylesheet" href="%s"></head>
                <body><main><div class="door-brand"><img src="%s" alt="">Amphora</div><h1>%s</h1>%s</main>
                <footer>%s</footer></body></html>
                """.formatted(Languages.tag(locale), title, shell.files().url("logo.svg"), theme, shell.files().url("door.css"), shell.files().url("logo.svg"), title,
                content, languages).getBytes(StandardCharsets.UTF_8));
    }

    /** The language the page comes in; {@code ?lang=zh} chooses and keeps one. */
    static Locale language(HttpServletRequest request, HttpServletResponse response) {
        String chosen = request.getParameter("lang");
        if (chosen == null) {
            return Languages.of(request);
        }
        Locale locale = Languages.of(chosen);
        response.addHeader("Set-Cookie", Languages.COOKIE + "=" + Languages.tag(locale) + "; Path=/; Max-Age=31536000; SameSite=Lax");
        return locale;
    }

    /** A form posted from another site is none of ours. */
    static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    static String field(String label, String name, String type, String attributes, String value, String problem) {
        String error = problem.isEmpty() ? "" : "<span class=\"door-problem\" id=\"" + name + "-problem\">" + escape(problem) + "</span>";
        return "<label for=\"" + name + "\">" + escape(label) + "</label><input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type + "\" value=\"" + escape(value) + "\" "
                + attributes + (problem.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"" + name + "-problem\"") + ">" + error;
    }

    static String alert(String text) {
        return text.isEmpty() ? "" : "<p class=\"door-alert\" role=\"alert\">" + escape(text) + "</p>";
    }

    static String escape(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
