package io.amphora.customer.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The customers. Reading needs {@code customer.read}, changing {@code customer.edit}, the credit limit {@code customer.credit} (which alone lets nothing else be changed).
 * Publishes {@code customer.created}, {@code customer.changed}. Thread-safe.
 */
@ProviderType
public interface Customers {
    String READ = "customer.read";
    String EDIT = "customer.edit";
    String CREDIT = "customer.credit";

    Customer create(Actor by, CustomerData data);

    /** Creates nothing, but says what {@link #create} would. @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong; @since 1.4 */
    void check(Actor by, CustomerData data);

    Customer change(Actor by, long id, long version, CustomerData data);

    /** Creates what is not there, changes what differs, by number (required here); for imports. Joins the running transaction; one {@code customer.imported} event. */
    Saved saveAll(Actor by, List<CustomerData> rows);

    /** Outcome of {@link #saveAll}. @param ids number to id of all rows */
    record Saved(int created, int changed, int unchanged, Map<String, Long> ids) {
    }

    Customer find(Actor by, long id);

    Optional<Customer> findByNumber(Actor by, String number);

    /** Those of these numbers that exist, whole, in a few queries; for imports. Joins the running transaction. @return by number */
    Map<String, Customer> findAll(Actor by, Collection<String> numbers);

    /** Who has one of these e-mail addresses (case does not matter). Joins the running transaction. @return by address in lower case; the oldest where several share it */
    Map<String, Customer> findByEmails(Actor by, Collection<String> emails);

    /** For other domains, without a permission: what they need of these customers, in one query; joins the running transaction; may be up to two seconds old. */
    Map<Long, Facts> lookup(Collection<Long> ids);

    /**
     * @param address  where goods go, {@link Address#EMPTY} if none
     * @param language as in {@link Customer}, may be null
     * @param creditLimit of its own, may be null
     * @param email    may be null
     * @param phone    as written, may be null
     */
    record Facts(long id, String number, String name, String country, boolean blocked, Address address, String language, BigDecimal creditLimit, String email, String phone) {
        /** Without e-mail and phone. */
        public Facts(long id, String number, String name, String country, boolean blocked, Address address, String language, BigDecimal creditLimit) {
            this(id, number, name, country, blocked, address, language, creditLimit, null, null);
        }

        /** Without a credit limit of its own. */
        public Facts(long id, String number, String name, String country, boolean blocked, Address address, String language) {
            this(id, number, name, country, blocked, address, language, null);
        }

        /** Of a customer without a language of its own. */
        public Facts(long id, String number, String name, String country, boolean blocked, Address address) {
            this(id, number, name, country, blocked, address, null);
        }
    }

    /** Newest first. */
    Page<Customer> list(Actor by, CustomerFilter filter, PageRequest page);

    /** The best matches for what somebody types: number, name, e-mail, phone. */
    List<Customer> search(Actor by, String text, int limit);
}
