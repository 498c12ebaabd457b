package io.amphora.console.core;

import io.amphora.common.Actor;
import io.amphora.identity.api.Setup;
import io.amphora.identity.api.SignIn;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/** {@code /console/login}. */
@Component(service = Servlet.class, property = {
    HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=console-login",
    HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/login",
    ConsoleContext.SELECT
})
public final class SignInPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = ConsoleContext.PATH + "/login";

    private final transient Shell shell;

    @Activate
    public SignInPage(@Reference Shell shell) {
        this.shell = shell;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Setup setup = shell.gate().setup();
        if (setup != null && setup.needed()) {
            response.sendRedirect(ConsoleContext.PATH + "/setup");
        } else if (shell.gate().actor(request).isPresent()) {
            response.sendRedirect(target(request.getParameter("to")));
        } else {
            form(request, response, "", "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignIn accounts = shell.gate().signIn();
        if (accounts == null || HtmlPage.foreign(request)) {
            form(request, response, "", accounts == null ? "" : "console.sign-in.again");
            return;
        }
        String name = text(request, "name");
        Optional<Actor> actor = accounts.authenticate(name, text(request, "password"), request.getRemoteAddr());
        if (actor.isPresent()) {
            shell.gate().enter(request, actor.get());
            response.sendRedirect(target(request.getParameter("to")));
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            form(request, response, name, "console.sign-in.wrong");
        }
    }

    private void form(HttpServletRequest request, HttpServletResponse response, String name, String problemKey) throws IOException {
        Locale locale = HtmlPage.language(request, response);
        ConsoleTexts texts = shell.texts();
        if (shell.gate().signIn() == null) {
            response.setHeader("Refresh", "2");
            HtmlPage.send(response, shell, locale, PATH, "console.starting", "<p>" + HtmlPage.escape(texts.get("console.starting.text", locale)) + "</p>");
            return;
        }
        String to = request.getParameter("to");
        HtmlPage.send(response, shell, locale, PATH, "console.sign-in", HtmlPage.alert(problemKey.isEmpty() ? "" : texts.get(problemKey, locale))
                + "<form method=\"post\" action=\"" + PATH + "\">"
                + HtmlPage.field(texts.get("console.user-name", locale), "name", "text", "autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" required maxlength=\"100\""
                        + (name.isEmpty() ? " autofocus" : ""), name, "")
                + HtmlPage.field(texts.get("console.password", locale), "password", "password", "autocomplete=\"current-password\" required maxlength=\"500\""
                        + (name.isEmpty() ? "" : " autofocus"), "", "")
                + "<input type=\"hidden\" name=\"to\" value=\"" + HtmlPage.escape(to) + "\">"
                + "<button type=\"submit\">" + HtmlPage.escape(texts.get("console.sign-in", locale)) + "</button></form>");
    }

    /** Only to a page of this console, whatever the address says. */
    static String target(String to) {
        boolean own = to != null && to.matches("[A-Za-z0-9_.~%=&?-][A-Za-z0-9/_.~%=&?+-]*") && !to.contains("..") && !to.contains("//");
        return ConsoleContext.PATH + "/" + (own ? to : "");
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
