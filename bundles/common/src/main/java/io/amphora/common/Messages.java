package io.amphora.common;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Whiteboard service: the texts of one bundle, in all its languages. Subclass it in the bundle that has the {@code .properties}
 * files (UTF-8; {@code orders.properties} English, {@code orders_zh.properties} Chinese) and publish it as a DS component:
 * console, REST and shell then find the texts, and lose them when the bundle goes. Thread-safe.
 */
public abstract class Messages {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String baseName;

    /** @param baseName as for {@link ResourceBundle}: {@code i18n.orders} */
    protected Messages(String baseName) {
        this.baseName = baseName;
    }

    /** @return the text as it stands in the file (a {@link java.text.MessageFormat} pattern), or null if this bundle has none */
    public String find(String key, Locale locale) {
        try {
            return ResourceBundle.getBundle(baseName, locale, getClass().getClassLoader(), NO_FALLBACK).getString(key);
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
