package io.amphora.returns.core;

import io.amphora.common.Problem;
import io.amphora.extension.api.InUse;
import io.amphora.extension.api.Provided;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goods that come back. */
@Component
public final class ReturnsInUse implements InUse {
    private static final int MOST = 100;

    private final Tx tx;

    @Activate
    public ReturnsInUse(@Reference(target = "(domain=returns)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public List<Problem> concerns(Set<String> domains, Collection<Provided> gone) {
        List<Problem> concerns = new ArrayList<>();
        if (domains.contains("returns")) {
            int open = count(Sql.of("select r.id from return_request r where r.is_open = ?", true));
            if (open > 0) {
                concerns.add(Problem.of("", "extension.returns-rest", "{0,choice,1#one open return rests|1<{0} open returns rest|100#100 or more open returns rest} until this is on again", open));
            }
        }
        return concerns;
    }

    private int count(Sql sql) {
        return tx.call(em -> sql.first(MOST).values(em).size());
    }
}
