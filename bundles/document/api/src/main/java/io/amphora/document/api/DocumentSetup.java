package io.amphora.document.api;

import io.amphora.common.Actor;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What an installation says about its documents. Reading needs {@code order.read}, changing {@code document.configure}. Publishes {@code document.settings-changed}. Thread-safe. */
@ProviderType
public interface DocumentSetup {
    String CONFIGURE = "document.configure";
    /** Name of the business, first row of every document. */
    String NAME = "installation.name";
    /** Rows below the name: address, tax number. */
    String SELLER = "document.seller";
    /** Language of documents for customers without one of their own. */
    String LANGUAGE = "installation.language";
    /** Address of this server as customers and staff reach it: links in messages begin with it; empty: messages have none. */
    String URL = "installation.url";
    /** Time zone of days and hours on documents and in messages, such as {@code Europe/Berlin}. */
    String ZONE = "installation.time-zone";
    /** How numbers of invoices look: {@code {year}} and {@code {number}} must be in it, {@code {number:5}} pads with zeros. Counted from 1 each year. */
    String INVOICE_NUMBER = "document.invoice-number";
    String CREDIT_NOTE_NUMBER = "document.credit-note-number";
    /** Whose account invoices are to be paid to; empty: the business. */
    String BANK_HOLDER = "document.bank-holder";
    /** IBAN, or number of the account where there is none; empty: invoices say nothing of transfers. */
    String BANK_ACCOUNT = "document.bank-account";
    String BANK_BIC = "document.bank-bic";
    String BANK_NAME = "document.bank-name";
    /** What payers write: {@code {order}} must be in it, so that the money finds its order; {@code {invoice}} and {@code {customer}} may be. */
    String PAYMENT_REFERENCE = "document.payment-reference";

    /** All of the above with what holds now. */
    Map<String, String> settings(Actor by);

    /** The version of it, for {@link #change}; read it first. */
    long version(Actor by);

    /** Those not named stay. @throws io.amphora.common.AmphoraException.Invalid naming every unusable value, the name as field @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale} */
    void change(Actor by, Map<String, String> settings, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default void change(Actor by, Map<String, String> settings) {
        change(by, settings, -1);
    }
}
