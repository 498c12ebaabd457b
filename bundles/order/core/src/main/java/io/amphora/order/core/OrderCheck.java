package io.amphora.order.core;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.Discount;
import io.amphora.order.api.NewOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what somebody entered, names all that is wrong at once, and completes it from catalogue and customers. */
@Component(service = OrderCheck.class)
public final class OrderCheck {
    static final int MAX_LINES = 500;
    private static final int INTEGER_DIGITS = 15;

    private final Products products;
    private final Customers customers;
    private final OrderSettings settings;

    @Activate
    public OrderCheck(@Reference Products products, @Reference Customers customers, @Reference OrderSettings settings) {
        this.products = products;
        this.customers = customers;
        this.settings = settings;
    }

    /** For placing: everything that an order needs must be there. @throws io.amphora.common.AmphoraException.Invalid naming all that is missing or wrong */
    CheckedOrder complete(NewOrder in) {
        return check(in, true);
    }

    /** For keeping: what is there must fit, the rest may come later. */
    CheckedOrder draft(NewOrder in) {
        return check(in, false);
    }

    /** Whether the catalogue knows it, sold now or not. */
    Predicate<String> known(Collection<String> skus) {
        Set<String> there = products.lookup(skus.stream().filter(s -> s != null && s.length() <= 200).map(String::strip).toList()).keySet();
        return sku -> there.contains(sku.strip());
    }

    private CheckedOrder check(NewOrder in, boolean complete) {
        Problems problems = new Problems();
        String channel = problems.text("channel", in.channel(), 60);
        String externalId = problems.optionalText("externalId", in.externalId(), 100);
        String reference = problems.optionalText("reference", in.reference(), 100);
        String note = problems.optionalText("note", in.note(), 2000);
        String currency = currency(problems, in.currency());
        Customers.Facts customer = customer(problems, in.customerId());
        Address shipTo = address(problems, in.shipTo(), complete ? customer : null);
        checkYear(problems, in);
        List<CheckedLine> lines = lines(problems, in.lines(), currency, complete);
        MoneyCheck money = new MoneyCheck(problems, currency);
        Discount discount = money.discount("discount", in.discount(), money.left(lines));
        List<NewOrder.Charge> charges = money.charges(in.charges());
        problems.throwIfAny();
        CheckedOrder order = new CheckedOrder(channel, externalId, in.customerId(), customer == null ? null : Texts.cut(customer.name(), 200), customer,
                reference, currency, shipTo, in.wishedDate(), note, lines, discount, charges, in.pricesIncludeTax() == null ? settings.now().pricesIncludeTax() : in.pricesIncludeTax(),
                in.delivery());
        problems.check(fits(order.total()), "lines", "too-large", "is too large");
        problems.throwIfAny();
        return order;
    }

    private static void checkYear(Problems problems, NewOrder in) {
        boolean ok = in.wishedDate() == null || in.wishedDate().getYear() >= 1900 && in.wishedDate().getYear() <= 9999;
        problems.check(ok, "wishedDate", "order.date", "must be between 1900 and 9999");
        problems.check(Math.abs(in.delivery().priority()) <= 100, "delivery.priority", "order.priority", "must be between -100 and 100");
    }

    private String currency(Problems problems, String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return settings.now().currency();
        }
        return Currencies.known(wanted.strip()).orElseGet(() -> {
            problems.add("currency", "order.currency", "{0} is not a currency code of ISO 4217", Texts.cut(wanted, 20));
            return settings.now().currency();
        });
    }

    private Customers.Facts customer(Problems problems, Long id) {
        Customers.Facts facts = id == null ? null : customers.lookup(Set.of(id)).get(id);
        problems.check(id == null || facts != null, "customerId", "order.customer-unknown", "there is no customer {0}", String.valueOf(id));
        return facts;
    }

    /** What was entered, else what the customer has (which need not fit: nobody here could mend it). */
    private static Address address(Problems problems, Address in, Customers.Facts customer) {
        if (in != null && !in.equals(Address.EMPTY)) {
            return new Address(problems.optionalText("shipTo.recipient", in.recipient(), 200), problems.optionalText("shipTo.street", in.street(), 200),
                    problems.optionalText("shipTo.city", in.city(), 100), problems.optionalText("shipTo.region", in.region(), 100),
                    problems.optionalText("shipTo.postalCode", in.postalCode(), 40), problems.optionalText("shipTo.country", in.country(), 100));
        }
        if (customer == null) {
            return Address.EMPTY;
        }
        Address a = customer.address() == null ? Address.EMPTY : customer.address();
        String country = a.country() == null ? customer.country() : a.country();
        return new Address(Texts.cut(a.recipient() == null ? customer.name() : a.recipient(), 200), Texts.cut(a.street(), 200), Texts.cut(a.city(), 100),
                Texts.cut(a.region(), 100), Texts.cut(a.postalCode(), 40), Texts.cut(country, 100));
    }

    private List<CheckedLine> lines(Problems problems, List<NewOrder.Line> in, String currency, boolean complete) {
        problems.check(!complete || !in.isEmpty(), "lines", "order.no-lines", "an order needs at least one line");
        problems.check(in.size() <= MAX_LINES, "lines", "order.too-many-lines", "has {0} lines, at most {1} are allowed", in.size(), MAX_LINES);
        if (in.size() > MAX_LINES) {
            return List.of();
        }
        Map<String, Product> known = products.lookup(skus(in));
        List<CheckedLine> lines = new ArrayList<>(in.size());
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < in.size(); i++) {
            CheckedLine line = line(problems, "lines[" + i + "].", in.get(i), known, currency, complete);
            lines.add(line);
            total = total.add(line.amount());
        }
        problems.check(fits(total), "lines", "too-large", "is too large");
        return lines;
    }

    private static Set<String> skus(List<NewOrder.Line> in) {
        Set<String> skus = new HashSet<>();
        for (NewOrder.Line line : in) {
            if (line.sku() != null && line.sku().length() <= 200) {
                skus.add(line.sku().strip());
            }
        }
        return skus;
    }

    private static CheckedLine line(Problems problems, String prefix, NewOrder.Line in, Map<String, Product> known, String currency, boolean complete) {
        String sku = complete ? problems.text(prefix + "sku", in.sku(), 40) : problems.optionalText(prefix + "sku", in.sku(), 40);
        BigDecimal quantity = complete || in.quantity() != null ? problems.positive(prefix + "quantity", in.quantity(), 3) : null;
        Product product = sku == null ? null : known.get(sku);
        if (complete && sku != null && !sku.isEmpty()) {
            problems.check(product != null, prefix + "sku", "order.product-unknown", "there is no product {0}", Texts.cut(sku, 40));
            problems.check(product == null || product.active(), prefix + "sku", "order.product-inactive", "{0} is not sold any more", sku);
        }
        BigDecimal list = product != null && product.price().currency().getCurrencyCode().equals(currency) ? product.price().amount() : null;
        BigDecimal price = in.unitPrice() == null ? list : problems.notNegative(prefix + "unitPrice", in.unitPrice(), 4);
        problems.check(!complete || product == null || price != null, prefix + "unitPrice", "order.no-price", "{0} has no list price in {1}: name one", sku, currency);
        boolean countable = countable(quantity) && countable(price);
        boolean byHand = in.unitPrice() != null && (list == null || list.compareTo(in.unitPrice()) != 0);
        BigDecimal amount = countable && quantity != null && price != null ? price.multiply(quantity) : null;
        CheckedLine line = new CheckedLine(sku == null ? "" : sku, product == null ? "" : Texts.cut(product.name(), 200), countable ? quantity : null,
                product == null ? null : Texts.cut(product.unit(), 20), countable ? price : null, list, product != null && product.stocked(), byHand,
                new MoneyCheck(problems, currency).line(prefix, in, product, amount));
        problems.check(fits(line.amount()), prefix + "quantity", "too-large", "is too large");
        return line;
    }

    /** A number like 1E+999999 is refused elsewhere; to multiply it would take all memory. */
    private static boolean countable(BigDecimal number) {
        return number == null || fits(number) && number.scale() <= 100;
    }

    private static boolean fits(BigDecimal amount) {
        return (long) amount.precision() - amount.scale() <= INTEGER_DIGITS;
    }
}
