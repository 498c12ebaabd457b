package io.amphora.order.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.amphora.customer.api.Address;
import io.amphora.order.api.ChargeType;
import io.amphora.order.api.Discount;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderSums;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is ordered, taken off, taxed, split and cancelled: no cent is lost. */
class MoneyPropertyTest {
    private static final String[] CURRENCIES = {"JPY", "EUR", "KWD"};
    private static final String[] RATES = {"0", "5", "7", "7.7", "19", "20", "100"};

    private final List<Order> states = new ArrayList<>();

    @Property(tries = 500)
    void linesAndChargesAreTheHeaderToTheMinorUnit(@ForAll long seed) {
        Random random = new Random(seed);
        OrderEntity order = new OrderEntity(content(random), "test", Instant.EPOCH);
        number(order);
        Order placed = shown(order);
        BigDecimal discount = placed.lines().stream().map(l -> l.share().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (placed.discount() != null && placed.discount().amount() != null) {
            assertThat(discount).isEqualByComparingTo(placed.discount().amount());
        }
        BigDecimal all = live(placed);
        for (int i = 0; i < 8; i++) {
            OrderLineEntity line = order.lines().get(random.nextInt(order.lines().size()));
            if (random.nextBoolean() && line.quantity().compareTo(BigDecimal.ONE) > 0) {
                order.split(line, BigDecimal.valueOf(1 + random.nextInt(line.quantity().intValue() - 1 == 0 ? 1 : line.quantity().intValue() - 1)).min(line.quantity().subtract(new BigDecimal("0.001"))));
                number(order);
                order.touched(Instant.EPOCH);
                Order split = shown(order);
                assertThat(split.total()).isEqualTo(states.get(states.size() - 2).total());
            } else if (line.status() != LineStatus.CANCELLED) {
                line.moveTo(LineStatus.CANCELLED);
                order.touched(Instant.EPOCH);
                shown(order);
            }
        }
        Order last = states.get(states.size() - 1);
        BigDecimal everything = last.lines().stream().map(l -> l.payable().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(everything).isEqualByComparingTo(all);
    }

    private static BigDecimal live(Order order) {
        return order.lines().stream().filter(Order.Line::isLive).map(l -> l.payable().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What holds at any moment. */
    private Order shown(OrderEntity entity) {
        Order order = entity.toOrder(List.of(), List.of());
        int minor = Math.max(0, order.total().currency().getDefaultFractionDigits());
        OrderSums sums = OrderSums.of(order);
        assertThat(sums.total()).isEqualTo(order.total());
        assertThat(sums.goods().minus(sums.discounts()).minus(sums.discount()).plus(sums.charges()).plus(sums.taxAdded())).isEqualTo(order.total());
        boolean plain = order.discount() == null && order.charges().isEmpty() && order.lines().stream().allMatch(l -> l.taxRate() == null && l.discount().amount().signum() == 0);
        for (Order.Line l : order.lines()) {
            assertThat(l.money().base(l.amount()).plus(order.pricesIncludeTax() ? l.tax().minus(l.tax()) : l.tax())).isEqualTo(l.payable());
            assertThat(List.of(l.discount(), l.share(), l.tax(), l.payable(), l.money().base(l.amount()), l.payable().minus(l.tax()))).noneMatch(io.amphora.common.Money::isNegative);
            if (!plain) {
                assertThat(l.payable().amount().stripTrailingZeros().scale()).isLessThanOrEqualTo(minor);
            }
        }
        states.add(order);
        return order;
    }

    private static CheckedOrder content(Random random) {
        String currency = CURRENCIES[random.nextInt(3)];
        int minor = Currency.getInstance(currency).getDefaultFractionDigits();
        List<CheckedLine> lines = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            BigDecimal price = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
            BigDecimal quantity = random.nextBoolean() ? BigDecimal.valueOf(1 + random.nextInt(9)) : BigDecimal.valueOf(1 + random.nextInt(9_999), 3);
            BigDecimal amount = price.multiply(quantity).setScale(minor, java.math.RoundingMode.HALF_UP);
            lines.add(new CheckedLine("SKU-" + i, "Name", quantity, "pcs", price, price, true, false,
                    new CheckedLine.Terms(discount(random, amount, minor), random.nextInt(4) == 0 ? null : new BigDecimal(RATES[random.nextInt(RATES.length)]), null, null, List.of())));
        }
        List<NewOrder.Charge> charges = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            charges.add(new NewOrder.Charge(ChargeType.SHIPPING, null, BigDecimal.valueOf(random.nextInt(10_000), minor), random.nextBoolean() ? null : new BigDecimal("19")));
        }
        BigDecimal left = new MoneyCheck(new io.amphora.common.Problems(), currency).left(lines);
        return new CheckedOrder("rest", null, 1L, "Ada", null, null, currency, Address.EMPTY, null, null, lines, discount(random, left, minor), charges, random.nextBoolean());
    }

    private static Discount discount(Random random, BigDecimal of, int minor) {
        return switch (random.nextInt(4)) {
            case 0 -> new Discount(BigDecimal.valueOf(random.nextInt(1_000_001), 4), null);
            case 1 -> new Discount(null, of.multiply(BigDecimal.valueOf(random.nextInt(101))).divide(BigDecimal.valueOf(100), minor, java.math.RoundingMode.DOWN));
            default -> null;
        };
    }

    /** What the database does. */
    private static void number(OrderEntity order) {
        try {
            Field id = OrderLineEntity.class.getDeclaredField("id");
            id.setAccessible(true);
            Field head = OrderEntity.class.getDeclaredField("id");
            head.setAccessible(true);
            head.set(order, 1L);
            for (int i = 0; i < order.lines().size(); i++) {
                id.set(order.lines().get(i), (long) i);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
