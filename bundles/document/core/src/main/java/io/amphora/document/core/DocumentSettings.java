package io.amphora.document.core;

import io.amphora.document.api.DocumentKind;
import io.amphora.document.api.DocumentSetup;
import io.amphora.platform.api.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an installation sets once for its documents. */
@Component(service = DocumentSettings.class)
public final class DocumentSettings {
    static final String LANGUAGE = "installation.language";
    static final String ZONE = "installation.time-zone";
    static final String NAME = "installation.name";
    /** Address, tax number and whatever else stands below the name; line breaks separate rows. */
    static final String SELLER = "document.seller";
    private static final String INVOICES = "INV-{year}-{number:5}";
    private static final String CREDIT_NOTES = "CN-{year}-{number:5}";
    private static final Logger LOG = LoggerFactory.getLogger(DocumentSettings.class);
    private static final int SELLER_ROWS = 8;

    private final Settings settings;

    @Activate
    public DocumentSettings(@Reference Settings settings) {
        this.settings = settings;
    }

    Locale language() {
        Locale set = Locale.forLanguageTag(value(LANGUAGE, "en"));
        return set.getLanguage().isEmpty() ? Locale.ENGLISH : set;
    }

    ZoneId zone() {
        String set = value(ZONE, "UTC");
        try {
            return ZoneId.of(set);
        } catch (DateTimeException e) {
            LOG.warn("Setting {} is not usable ({}), UTC is taken", ZONE, set);
            return ZoneId.of("UTC");
        }
    }

    /** Name first. */
    List<String> seller() {
        return Arrays.stream((value(NAME, "Amphora") + "\n" + value(SELLER, "")).split("\\R")).map(String::strip).filter(s -> !s.isEmpty()).limit(SELLER_ROWS).toList();
    }

    /** How numbers of this kind look. */
    String numbers(DocumentKind kind) {
        boolean invoice = kind == DocumentKind.INVOICE;
        String format = value(invoice ? DocumentSetup.INVOICE_NUMBER : DocumentSetup.CREDIT_NOTE_NUMBER, invoice ? INVOICES : CREDIT_NOTES);
        return NumberFormat.usable(format) ? format : invoice ? INVOICES : CREDIT_NOTES;
    }

    BankDetails bank() {
        return new BankDetails(value(DocumentSetup.BANK_HOLDER, value(NAME, "Amphora")), value(DocumentSetup.BANK_ACCOUNT, ""), value(DocumentSetup.BANK_BIC, ""),
                value(DocumentSetup.BANK_NAME, ""), value(DocumentSetup.PAYMENT_REFERENCE, BankDetails.REFERENCE));
    }

    /** As they hold now. */
    Map<String, String> texts() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(NAME, value(NAME, "Amphora"));
        all.put(SELLER, value(SELLER, ""));
        all.put(LANGUAGE, language().toLanguageTag());
        all.put(DocumentSetup.ZONE, zone().getId());
        all.put(DocumentSetup.URL, value(DocumentSetup.URL, ""));
        all.put(DocumentSetup.INVOICE_NUMBER, numbers(DocumentKind.INVOICE));
        all.put(DocumentSetup.CREDIT_NOTE_NUMBER, numbers(DocumentKind.CREDIT_NOTE));
        all.put(DocumentSetup.BANK_HOLDER, value(DocumentSetup.BANK_HOLDER, ""));
        all.put(DocumentSetup.BANK_ACCOUNT, bank().account());
        all.put(DocumentSetup.BANK_BIC, bank().bic());
        all.put(DocumentSetup.BANK_NAME, bank().bank());
        all.put(DocumentSetup.PAYMENT_REFERENCE, bank().reference());
        return all;
    }

    void put(String name, String value) {
        settings.put(Settings.INSTALLATION, name, value == null ? "" : value.strip());
    }

    private String value(String name, String otherwise) {
        return settings.get(Settings.INSTALLATION, name).map(String::strip).filter(s -> !s.isEmpty()).orElse(otherwise);
    }
}
