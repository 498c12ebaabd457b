package io.amphora.console.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.NewUser;
import io.amphora.identity.api.Setup;
import io.amphora.identity.api.SignIn;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/** {@code /console/setup}, the first start: who can read the one-time token on the terminal creates the administrator. */
@Component(service = Servlet.class, property = {
    HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=console-setup",
    HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/setup",
    ConsoleContext.SELECT
})
public final class SetupPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PATH = ConsoleContext.PATH + "/setup";
    private static final Set<String> FIELDS = Set.of("token", "name", "displayName", "password");

    private final transient Shell shell;

    @Activate
    public SetupPage(@Reference Shell shell) {
        this.shell = shell;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (needed()) {
            form(request, response, List.of());
        } else {
            response.sendRedirect(ConsoleContext.PATH + "/login");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!needed() || HtmlPage.foreign(request)) {
            response.sendRedirect(ConsoleContext.PATH + "/login");
            return;
        }
        String name = text(request, "name");
        try {
            shell.gate().setup().createAdministrator(text(request, "token").strip(), new NewUser(name, text(request, "displayName"), null, Set.of(), text(request, "password")));
            SignIn accounts = shell.gate().signIn();
            if (accounts != null) {
                accounts.actor(name).ifPresent(actor -> shell.gate().enter(request, actor));
            }
            response.sendRedirect(ConsoleContext.PATH + "/");
        } catch (AmphoraException e) {
            response.setStatus(422);
            form(request, response, e.problems());
        }
    }

    private boolean needed() {
        Setup setup = shell.gate().setup();
        return setup != null && setup.needed();
    }

    private void form(HttpServletRequest request, HttpServletResponse response, List<Problem> problems) throws IOException {
        Locale locale = HtmlPage.language(request, response);
        String rest = problems.stream().filter(p -> !FIELDS.contains(p.field())).map(p -> shell.texts().get(p, locale)).collect(Collectors.joining("; "));
        StringBuilder form = new StringBuilder("<p>").append(HtmlPage.escape(shell.texts().get("console.setup.text", locale))).append("</p>").append(HtmlPage.alert(rest))
                .append("<form method=\"post\" action=\"").append(PATH).append("\">");
        field(form, request, locale, problems, "token", "console.token", "text", "autocomplete=\"off\" spellcheck=\"false\" autofocus");
        field(form, request, locale, problems, "name", "console.user-name", "text", "autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\"");
        field(form, request, locale, problems, "displayName", "console.display-name", "text", "autocomplete=\"name\"");
        field(form, request, locale, problems, "password", "console.new-password", "password", "autocomplete=\"new-password\" minlength=\"10\"");
        form.append("<button type=\"submit\">").append(HtmlPage.escape(shell.texts().get("console.setup.create", locale))).append("</button></form>");
        HtmlPage.send(response, shell, locale, PATH, "console.setup", form.toString());
    }

    private void field(StringBuilder form, HttpServletRequest request, Locale locale, List<Problem> problems, String name, String labelKey, String type, String attributes) {
        String problem = problems.stream().filter(p -> p.field().equals(name)).map(p -> shell.texts().get(p, locale)).collect(Collectors.joining("; "));
        String value = type.equals("password") ? "" : text(request, name);
        form.append(HtmlPage.field(shell.texts().get(labelKey, locale), name, type, "required maxlength=\"200\" " + attributes, value, problem));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
