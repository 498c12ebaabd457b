package io.amphora.order.core;

import io.amphora.catalog.api.Product;
import io.amphora.common.Problems;
import io.amphora.order.api.Calculation;
import io.amphora.order.api.Discount;
import io.amphora.order.api.KitPart;
import io.amphora.order.api.NewOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Whether discounts, taxes and charges make sense; one per order. */
final class MoneyCheck {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final int PERCENT_DECIMALS = 4;
    /** Makes it count in minor units, and nothing else. */
    private static final Discount NOTHING = new Discount(null, BigDecimal.ZERO);

    private final Problems problems;
    private final Currency currency;
    private final int minor;

    MoneyCheck(Problems problems, String code) {
        this.problems = problems;
        currency = Currency.getInstance(code);
        minor = Calculation.minor(currency);
    }

    /** @param amount of the line, null if not known yet */
    CheckedLine.Terms line(String prefix, NewOrder.Line in, Product product, BigDecimal amount) {
        BigDecimal rate = in.taxRate() == null ? product == null ? null : product.taxRate() : in.taxRate();
        return new CheckedLine.Terms(discount(prefix + "discount", in.discount(), amount == null ? null : amount.setScale(minor, RoundingMode.HALF_UP)), percent(prefix + "taxRate", rate),
                problems.optionalText(prefix + "note", in.note(), 500), cost(product), parts(prefix, in, product));
    }

    /** Only comparable in the same currency. */
    private BigDecimal cost(Product product) {
        return product == null || !product.price().currency().equals(currency) ? null : product.cost();
    }

    /** A kit is sold whole: what its components come to must be exact. */
    private List<KitPart> parts(String prefix, NewOrder.Line in, Product product) {
        if (product == null || !product.isKit()) {
            return List.of();
        }
        problems.check(in.quantity() == null || in.quantity().stripTrailingZeros().scale() <= 0, prefix + "quantity", "order.kit-whole", "{0} is a kit: only whole ones are sold", product.sku());
        return product.components().stream().map(c -> new KitPart(c.sku(), c.quantity())).toList();
    }

    /** @param of what it is taken from, null if not known yet */
    Discount discount(String field, Discount in, BigDecimal of) {
        if (in == null || in.percent() == null && in.amount() == null) {
            return null;
        }
        if (in.percent() != null && in.amount() != null) {
            problems.add(field, "order.discount-both", "is either a percentage or an amount, not both");
            return null;
        }
        if (in.percent() != null) {
            BigDecimal percent = percent(field + ".percent", in.percent());
            return percent.signum() == 0 ? null : new Discount(percent, null);
        }
        BigDecimal amount = amount(field + ".amount", in.amount());
        problems.check(of == null || amount.compareTo(of) <= 0, field + ".amount", "order.discount-large", "must not be more than the {0} that it is taken from",
                of == null ? "" : of.toPlainString());
        return amount.signum() == 0 ? null : new Discount(null, amount);
    }

    private BigDecimal percent(String field, BigDecimal in) {
        if (in == null) {
            return null;
        }
        BigDecimal percent = problems.notNegative(field, in, PERCENT_DECIMALS);
        boolean fits = percent.precision() - (long) percent.scale() <= 3 && percent.compareTo(HUNDRED) <= 0;
        problems.check(fits, field, "order.percent", "must be at most 100");
        return fits ? percent : BigDecimal.ZERO;
    }

    private BigDecimal amount(String field, BigDecimal in) {
        int before = problems.all().size();
        BigDecimal amount = problems.notNegative(field, in, minor);
        return problems.all().size() > before ? BigDecimal.ZERO : amount;
    }

    List<NewOrder.Charge> charges(List<NewOrder.Charge> in) {
        problems.check(in.size() <= NewOrder.MAX_CHARGES, "charges", "order.too-many-charges", "has {0} charges, at most {1} are allowed", in.size(), NewOrder.MAX_CHARGES);
        List<NewOrder.Charge> charges = new ArrayList<>();
        for (int i = 0; i < Math.min(in.size(), NewOrder.MAX_CHARGES); i++) {
            NewOrder.Charge c = in.get(i);
            String prefix = "charges[" + i + "].";
            problems.check(c.type() != null, prefix + "type", "required", "must not be empty");
            charges.add(new NewOrder.Charge(c.type(), problems.optionalText(prefix + "text", c.text(), 200), amount(prefix + "amount", c.amount()), percent(prefix + "taxRate", c.taxRate())));
        }
        return charges;
    }

    /** What a discount on the whole may take away at most; null while some line has no amount yet. */
    BigDecimal left(List<CheckedLine> lines) {
        List<Calculation.LineInput> inputs = lines.stream().map(CheckedLine::forCalculation).toList();
        if (inputs.stream().anyMatch(l -> l.amount() == null)) {
            return null;
        }
        return Calculation.of(currency, true, inputs, NOTHING, List.of()).lines().stream().map(Calculation.LineResult::payable).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
