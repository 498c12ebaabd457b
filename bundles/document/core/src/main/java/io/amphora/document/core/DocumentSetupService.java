package io.amphora.document.core;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.document.api.DocumentSetup;
import io.amphora.document.api.Documents;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets what documents say of the seller, and how bills are numbered. */
@Component
public final class DocumentSetupService implements DocumentSetup {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String THING = "document.settings";
    private static final int LONG = 1000;
    private static final String ADDRESS = "https?://[A-Za-z0-9.\\-\\[\\]:]+(/[A-Za-z0-9._~/\\-]*)?";

    private final Tx tx;
    private final Outbox outbox;
    private final DocumentSettings settings;

    @Activate
    public DocumentSetupService(@Reference(target = "(domain=document)") Tx tx, @Reference Outbox outbox, @Reference DocumentSettings settings) {
        this.tx = tx;
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public Map<String, String> settings(Actor by) {
        by.require(Documents.READ);
        return settings.texts();
    }

    @Override
    public long version(Actor by) {
        by.require(Documents.READ);
        return tx.call(em -> Edits.version(em, THING));
    }

    @Override
    public void change(Actor by, Map<String, String> changed, long seen) {
        by.require(CONFIGURE);
        Problems problems = new Problems();
        changed.forEach((name, value) -> verify(problems, name, value));
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            Edits.next(em, THING, "document settings", seen, by.name());
            ObjectNode event = JSON.createObjectNode().put("by", by.name());
            changed.forEach((name, value) -> {
                settings.put(name, value);
                event.put(name, value);
            });
            outbox.add("document.settings-changed", "documents", event.toString());
            return null;
        });
    }

    private static void verify(Problems problems, String name, String value) {
        switch (name) {
            case NAME -> problems.text(name, value, Problems.TEXT);
            case SELLER -> problems.optionalText(name, value, LONG);
            case LANGUAGE -> problems.check(value != null && !Locale.forLanguageTag(value).getLanguage().isEmpty(), name, "document.language-tag", "is no language tag such as en or zh-CN");
            case URL -> problems.check(value == null || value.isBlank() || value.strip().length() <= Problems.TEXT && value.strip().matches(ADDRESS), name, "document.url",
                    "is no address such as https://shop.example.com");
            case ZONE -> problems.check(value != null && ZoneId.getAvailableZoneIds().contains(value.strip()), name, "document.zone", "is no time zone such as Europe/Berlin");
            case INVOICE_NUMBER, CREDIT_NOTE_NUMBER -> problems.check(NumberFormat.usable(value), name, "document.number-format",
                    "needs '{'year'}' and '{'number'}' and at most 40 letters, digits, spaces and / . _ -");
            case BANK_HOLDER, BANK_NAME -> problems.optionalText(name, value, Problems.TEXT);
            case BANK_ACCOUNT -> BankDetails.verifyAccount(problems, name, value);
            case BANK_BIC -> BankDetails.verifyBic(problems, name, value);
            case PAYMENT_REFERENCE -> BankDetails.verifyReference(problems, name, value);
            default -> problems.add(name, "document.setting-unknown", "there is no setting {0}", Texts.cut(name, 100));
        }
    }
}
