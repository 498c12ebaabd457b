package io.amphora.web.core;

import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.platform.api.DeadLetters;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.UnitStatus;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /health}: 200 while the database answers, else 503; with it what somebody should look at. For machines, without details. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health")
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile UnitStatus unit;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile DeadLetters deadLetters;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY, target = "(domain=web)")
    private transient volatile Tx tx;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        boolean up = databaseAnswers();
        answer.put("status", up ? "up" : "down");
        answer.put("database", up && unit != null ? unit.database() : "down");
        if (up) {
            addWhatToLookAt(answer);
        }
        ReadyServlet.send(response, up ? 200 : 503, answer);
    }

    private void addWhatToLookAt(Map<String, Object> answer) {
        UnitStatus status = unit;
        if (status != null) {
            answer.put("domains", status.domains());
            answer.put("refused", status.refused().keySet());
        }
        DeadLetters letters = deadLetters;
        if (letters != null) {
            answer.put("eventsWaiting", letters.waiting());
            answer.put("deadLetters", letters.list(Actor.system("health"), PageRequest.first(PageRequest.MAX)).items().size());
        }
    }

    private boolean databaseAnswers() {
        Tx now = tx;
        if (now == null) {
            return false;
        }
        try {
            now.call(em -> em.createQuery("select a.id from WebAnswer a where a.id = ''").getResultList());
            return true;
        } catch (RuntimeException e) {
            LOG.debug("the database does not answer", e);
            return false;
        }
    }
}
