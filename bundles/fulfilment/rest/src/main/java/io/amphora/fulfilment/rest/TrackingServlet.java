package io.amphora.fulfilment.rest;

import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingLinks;
import io.amphora.platform.api.Settings;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /track/<token>}: what a customer sees without signing in, in the customer's language, the browser's where none is on record, or the one chosen by {@code ?lang=}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/track/*")
public final class TrackingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ZONE = "installation.time-zone";

    private final transient TrackingLinks links;
    private final transient Settings settings;

    @Activate
    public TrackingServlet(@Reference TrackingLinks links, @Reference Settings settings) {
        this.links = links;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<TrackedOrder> order = links.open(path == null ? "" : path.substring(1));
        Locale locale = language(request, order.map(TrackedOrder::language).orElse(null));
        response.setStatus(order.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html; charset=utf-8");
        // the address is the key: it is not passed on, not kept and not indexed
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; style-src " + TrackingPage.STYLE_HASH);
        response.setHeader("Vary", "Accept-Language");
        String page = order.map(o -> TrackingPage.of(o, locale, zone())).orElseGet(() -> TrackingPage.missing(locale));
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }

    /** The one chosen on the page, else the customer's, else the browser's. */
    private static Locale language(HttpServletRequest request, String customers) {
        String chosen = request.getParameter("lang") != null ? request.getParameter("lang") : customers;
        if (chosen != null && (chosen.startsWith("zh") || chosen.startsWith("en") || request.getParameter("lang") != null)) {
            return chosen.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream().filter(l -> l.getLanguage().equals("en") || l.getLanguage().equals("zh")).findFirst()
                .map(l -> l.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : l).orElse(Locale.ENGLISH);
    }

    private ZoneId zone() {
        try {
            return settings.get(Settings.INSTALLATION, ZONE).map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
