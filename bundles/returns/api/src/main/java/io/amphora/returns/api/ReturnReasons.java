package io.amphora.returns.api;

import io.amphora.common.Actor;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** Why goods come back: few, and kept as data. Reading needs {@code returns.read}, changing {@code returns.configure}. Thread-safe. */
@ProviderType
public interface ReturnReasons {
    String CONFIGURE = "returns.configure";

    /**
     * @param code  unique, never changes: {@code UNWANTED}
     * @param claim whether it fits claims; else returns
     * @param active whether it can be chosen; old returns keep it
     */
    record Reason(String code, String titleEn, String titleZh, boolean claim, boolean active, int position, long version) {
        public String title(Locale locale) {
            return locale.getLanguage().equals("zh") ? titleZh : titleEn;
        }
    }

    /** By position. */
    List<Reason> list(Actor by);

    /** Makes it, or changes the one with this code. @throws io.amphora.common.AmphoraException.Stale if it is at another version than {@code reason} says (0: new) */
    Reason save(Actor by, Reason reason);
}
