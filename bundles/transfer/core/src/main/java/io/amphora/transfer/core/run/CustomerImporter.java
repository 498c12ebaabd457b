package io.amphora.transfer.core.run;

import io.amphora.common.Money;
import io.amphora.common.Problems;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.platform.api.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports customers: new ones, and changes of known ones in the columns that the file has. Its address becomes the first one. */
final class CustomerImporter extends RecordImporter<CustomerImporter.Line> {
    private static final int NOTE = 2000;

    /** What a row says; null where it says nothing. */
    record Line(String number, String name, String email, String phone, String country, Boolean blocked, String note, Address address, BigDecimal creditLimit) {
    }

    private final Customers customers;

    CustomerImporter(Plan plan, Customers customers) {
        super(plan);
        this.customers = customers;
    }

    @Override
    Line read(Cells cells) {
        String name = cells.text("name", Problems.TEXT);
        String first = cells.text("firstName", Problems.TEXT / 2);
        String last = cells.text("lastName", Problems.TEXT / 2 - 1);
        String whole = name != null ? name : first == null ? last : last == null ? first : first + " " + last;
        String email = CustomerFields.email(cells);
        String number = number(cells, email);
        Address address = CustomerFields.address(cells);
        return new Line(number, whole, email, cells.text("phone", CustomerFields.PHONE), address.country(), cells.flag("blocked"), cells.text("note", NOTE), address, limit(cells));
    }

    private static BigDecimal limit(Cells cells) {
        BigDecimal limit = cells.number("creditLimit");
        if (limit != null) {
            cells.problems().notNegative("creditLimit", limit, Money.SCALE);
        }
        return limit;
    }

    /** A file without numbers tells customers by their e-mail addresses. */
    private static String number(Cells cells, String email) {
        if (!cells.has("number")) {
            cells.problems().check(email != null, "email", "required", "must not be empty");
            return email == null ? "" : CustomerFields.numberOf(email);
        }
        String number = cells.identifier("number", CustomerFields.NUMBER);
        return number != null ? number : cells.required("number", CustomerFields.NUMBER);
    }

    @Override
    String key(Line line) {
        return line.number();
    }

    @Override
    void save(List<Read<Line>> rows, boolean write, Batch batch) {
        Map<String, Customer> known = known(rows);
        List<CustomerData> changed = new ArrayList<>();
        for (Read<Line> row : rows) {
            Customer old = known.get(row.value().number());
            CustomerData data = data(row.value(), old);
            if (old == null || !old.data().equals(data)) {
                changed.add(data);
            }
            Changes.count(batch.figures(), "customer", data.number(), old == null ? null : Changes.of(old.data()), Changes.of(data));
            batch.accept(row.row());
        }
        if (write && !changed.isEmpty()) {
            Map<String, Long> ids = customers.saveAll(plan().by(), changed).ids();
            Set<String> before = known.values().stream().map(Customer::number).collect(Collectors.toSet());
            batch.made(Usage.CUSTOMER, changed.stream().map(CustomerData::number).filter(number -> !before.contains(number)).map(number -> String.valueOf(ids.get(number))).toList());
        }
    }

    /** By what the rows have as number. */
    private Map<String, Customer> known(List<Read<Line>> rows) {
        if (plan().mapping().containsKey("number")) {
            return customers.findAll(plan().by(), rows.stream().map(r -> r.value().number()).toList());
        }
        Map<String, Customer> byEmail = new HashMap<>();
        customers.findByEmails(plan().by(), rows.stream().map(r -> r.value().email()).toList()).forEach((email, customer) -> byEmail.put(CustomerFields.numberOf(email), customer));
        return byEmail;
    }

    private CustomerData data(Line line, Customer old) {
        CustomerData before = old == null ? new CustomerData(line.number(), line.number(), null, null, plan().options().country(), false, null, List.of()) : old.data();
        return new CustomerData(before.number(), or(line.name(), before.name()), or(line.email(), before.email()), or(line.phone(), before.phone()), or(line.country(), before.country()),
                line.blocked() == null ? before.blocked() : line.blocked(), or(line.note(), before.note()), addresses(line.address(), before), before.language(), or(line.creditLimit(), before.creditLimit()));
    }

    /** A new first address, unless it says no more than the country; the others stay. */
    private static List<Address> addresses(Address address, CustomerData before) {
        if (address.street() == null && address.city() == null && address.postalCode() == null && address.region() == null) {
            return before.addresses();
        }
        List<Address> all = new ArrayList<>(before.addresses());
        all.remove(address);
        if (!before.addresses().isEmpty() && !before.addresses().contains(address)) {
            all.remove(0);
        }
        all.add(0, address);
        return all;
    }

    private static <V> V or(V value, V otherwise) {
        return value == null ? otherwise : value;
    }
}
