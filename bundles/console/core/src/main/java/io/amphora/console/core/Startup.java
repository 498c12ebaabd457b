package io.amphora.console.core;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleTheme;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.LivePush;
import io.amphora.console.api.kit.Screen;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What every session, browser window and first page gets: the user, language, time zone, theme, live push, and the guard at each page's door. */
final class Startup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient Shell shell;

    Startup(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(this::session);
        event.getSource().addUIInitListener(this::window);
        event.addIndexHtmlRequestListener(this::firstPage);
    }

    private void session(SessionInitEvent event) {
        VaadinSession session = event.getSession();
        HttpServletRequest request = ((VaadinServletRequest) event.getRequest()).getHttpServletRequest();
        shell.gate().actor(request).ifPresent(actor -> session.setAttribute(Actor.class, actor));
        session.setLocale(language(request));
        session.setAttribute(ZoneId.class, zone(event.getRequest()));
        session.setErrorHandler(new Failures());
    }

    private void window(UIInitEvent event) {
        UI ui = event.getUI();
        ui.setLocale(ui.getSession().getLocale());
        Screen.narrow(ui, cookie(VaadinRequest.getCurrent(), "amphora.narrow").filter("1"::equals).isPresent());
        ComponentUtil.setData(ui, LivePush.class, shell.live().open(ui));
        ui.addBeforeEnterListener(this::guard);
    }

    /** Before the page is made: who lacks the permission must not even cause its queries. */
    private void guard(BeforeEnterEvent event) {
        shell.views().find(event.getNavigationTarget()).map(Views.Entry::permission).filter(p -> !p.isEmpty() && !CurrentUser.may(p))
                .ifPresent(p -> event.rerouteToError(new AccessDeniedException(), p));
    }

    private void firstPage(IndexHtmlResponse response) {
        HttpServletRequest request = ((VaadinServletRequest) response.getVaadinRequest()).getHttpServletRequest();
        Optional<ConsoleTheme> theme = shell.themes().find(shell.gate().actor(request).flatMap(shell.preferences()::theme).orElse(Themes.DEFAULT));
        Document page = response.getDocument();
        page.getElementsByTag("html").first().attr("lang", Languages.tag(language(request))).attr("theme", theme.filter(ConsoleTheme::dark).isPresent() ? "dark" : "");
        Element head = page.head();
        head.appendElement("link").attr("rel", "icon").attr("type", "image/svg+xml").attr("href", shell.files().url("logo.svg"));
        head.appendElement("link").attr("rel", "stylesheet").attr("href", shell.files().url("console.css"));
        theme.ifPresent(t -> head.appendElement("link").attr("rel", "stylesheet").attr("id", "console-theme").attr("href", t.stylesheet()));
    }

    private Locale language(HttpServletRequest request) {
        return shell.gate().actor(request).flatMap(shell.preferences()::language).orElseGet(() -> Languages.of(request));
    }

    private static ZoneId zone(VaadinRequest request) {
        try {
            return cookie(request, "amphora.zone").map(z -> ZoneId.of(URLDecoder.decode(z, StandardCharsets.UTF_8))).orElse(ZoneOffset.UTC);
        } catch (DateTimeException | IllegalArgumentException e) {
            return ZoneOffset.UTC;
        }
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        if (request != null && request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
