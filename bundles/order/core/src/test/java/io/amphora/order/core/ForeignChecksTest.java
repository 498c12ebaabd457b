package io.amphora.order.core;

import static io.amphora.order.core.OrderFixture.ALL;
import static io.amphora.order.core.OrderFixture.CLERK;
import static io.amphora.order.core.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.ReviewCheck;
import io.amphora.order.api.ReviewChecks.CheckInfo;
import io.amphora.order.api.ReviewRequest;
import io.amphora.platform.test.BothDatabases;
import io.amphora.platform.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;

/** Checks of other bundles: welcome, but they break nothing. */
@BothDatabases(OrderEntities.class)
class ForeignChecksTest {
    private OrderFixture orders;

    @BeforeEach
    void setUp(TestDatabase db) {
        db.clear();
        orders = new OrderFixture(db);
    }

    @AfterEach
    void stop() {
        orders.board.stop();
    }

    private ReviewCheck check(String id, Function<ReviewRequest, List<Problem>> does) {
        ReviewCheck check = new ReviewCheck() {
            @Override
            public String title(Locale locale) {
                throw new IllegalStateException("no title");
            }

            @Override
            public List<Problem> check(ReviewRequest order) {
                return does.apply(order);
            }
        };
        orders.board.bindCheck(check, Map.of(ReviewCheck.PROPERTY_ID, id));
        return check;
    }

    private Order place() {
        return orders.entry.place(CLERK, anOrder().with("SKU-1", "2").build());
    }

    private CheckInfo info(String id) {
        return orders.checks.checks(ALL, Locale.ENGLISH).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    @TestTemplate
    void findsWhileItIsThereAndItsFindingsStay() {
        List<ReviewRequest> seen = new ArrayList<>();
        ReviewCheck check = check("acme.night", o -> {
            seen.add(o);
            return List.of(Problem.of("lines[0].sku", "acme.night", "{0} only by day", o.lines().get(0).sku()));
        });

        Order found = place();
        Order draft = orders.entry.draft(CLERK, anOrder().with("SKU-3", "1").build());
        Order submitted = orders.entry.submit(CLERK, draft.id(), draft.version());
        orders.board.unbindCheck(check);
        Order later = place();

        assertThat(found.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(submitted.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(seen.get(0).customer().name()).isEqualTo("Ada Lovelace");
        assertThat(seen.get(0).enteredBy()).isEqualTo(CLERK.name());
        assertThat(later.status()).isEqualTo(OrderStatus.APPROVED);
        assertThat(orders.queries.find(ALL, found.id()).findings()).singleElement().satisfies(f -> {
            assertThat(f.check()).isEqualTo("acme.night");
            assertThat(f.problem().message()).isEqualTo("SKU-1 only by day");
        });
    }

    @TestTemplate
    void brokenCheckMakesAPersonLookAndIsLeftAloneForAWhile() {
        check("acme.throws", o -> {
            throw new NoClassDefFoundError("gone");
        });
        check("acme.null", o -> null);
        check("acme.nonsense", o -> List.of(new Problem(null, "x", "{", List.of())));
        check("acme.pattern", o -> List.of(Problem.of("", "x", "{0", "a")));
        check("acme.fine", o -> List.of());

        Order order = null;
        for (int i = 0; i < 4; i++) {
            order = place();
        }

        assertThat(order.findings()).extracting(f -> f.problem().code()).hasSize(4).containsOnly("order.review.check-failed");
        assertThat(info("acme.null").health()).isEqualTo("open");
        assertThat(info("acme.null").failed()).isEqualTo(3);
        assertThat(info("acme.throws").title()).isEqualTo("acme.throws");
        assertThat(info("acme.fine")).satisfies(c -> {
            assertThat(c.health()).isEqualTo("ok");
            assertThat(c.asked()).isEqualTo(4);
        });
    }

    @TestTemplate
    void hangingCheckCostsTheDeadlineAndNotTheOrder() {
        CountDownLatch never = new CountDownLatch(1);
        check("acme.a", o -> List.of());
        check("acme.hangs", o -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        check("acme.z", o -> List.of());

        Order order = place();

        assertThat(order.findings()).extracting(Order.Finding::check).containsExactly("acme.hangs", "acme.z");
        assertThat(info("acme.hangs").health()).isEqualTo("failing");
        assertThat(info("acme.z").health()).isEqualTo("ok");
    }

    @TestTemplate
    void isAskedAgainWhenOrdersMergeAndWhenOneIsReopened() {
        Order a = place();
        Order b = place();
        Order third = place();
        Order gone = orders.actions.cancel(ALL, third.id(), third.version(), Set.of(), "no");
        check("acme.many", o -> o.lines().size() > 1 ? List.of(Problem.of("", "acme.many", "more than one line")) : List.of(Problem.of("", "acme.one", "one line")));

        Order merged = orders.rearrange.merge(ALL, a.id(), a.version(), List.of(new OrderRearrangements.Source(b.id(), b.version())), "one parcel");
        Order again = orders.rearrange.reopen(ALL, gone.id(), gone.version(), "he pays");

        assertThat(merged.findings()).extracting(f -> f.problem().code()).contains("acme.many");
        assertThat(merged.status()).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(again.findings()).extracting(f -> f.problem().code()).contains("acme.one");
        assertThat(again.status()).isEqualTo(OrderStatus.IN_REVIEW);
    }
}
