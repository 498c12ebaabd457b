package io.amphora.extension.api;

import io.amphora.common.Actor;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Features and bundles. Looking needs {@code extension.read}, changing {@code extension.manage}. What is switched off stays off over restarts. Publishes
 * {@code extension.switched-off}, {@code extension.switched-on} (key: feature), {@code extension.installed}, {@code extension.removed}, {@code extension.started},
 * {@code extension.stopped} (key: symbolic name or file). Thread-safe.
 */
@ProviderType
public interface Extensions {
    String READ = "extension.read";
    String MANAGE = "extension.manage";

    /** Ours, on or off, by title. */
    List<Feature> features(Actor by, Locale locale);

    /** Ours and dropped ones, by symbolic name. */
    List<InstalledBundle> bundles(Actor by, Locale locale);

    /** @throws io.amphora.common.AmphoraException.NotFound if there is none (any more) */
    InstalledBundle bundle(Actor by, long id, Locale locale);

    /** What {@link #switchOff} would touch. Needs {@code extension.read}. @throws io.amphora.common.AmphoraException.NotFound if there is no such feature */
    Impact preview(Actor by, String feature, Locale locale);

    /** What {@link #stop} or {@link #remove} would touch. Needs {@code extension.read}. */
    Impact preview(Actor by, long bundle, Locale locale);

    /**
     * Takes its bundles away, and with them all they bring; touches no other bundle. Returns when that is done. No effect if it is off.
     *
     * @param withDependents whether to switch off features that need it, too
     * @throws io.amphora.common.AmphoraException.Refused if it is essential, or others need it
     */
    void switchOff(Actor by, String feature, boolean withDependents);

    /**
     * Brings it back, with the features it needs and those that went along with it. Returns when what they bring can be used, or after 20 seconds
     * (then {@link #features} says what it waits for). No effect if it is on.
     */
    void switchOn(Actor by, String feature);

    /**
     * Puts a bundle into {@code deploy/}; a file of that name is replaced. It starts within seconds, see {@link #bundles}.
     *
     * @param fileName {@code my-rule-1.0.0.jar}
     * @throws io.amphora.common.AmphoraException.Invalid if it is no bundle, or one that the product brings itself
     */
    void install(Actor by, String fileName, InputStream jar);

    /** Starts a dropped bundle again. */
    void start(Actor by, long bundle);

    /** Stops a dropped bundle; it stays stopped until somebody starts it, or its file is replaced. */
    void stop(Actor by, long bundle);

    /** Deletes a dropped bundle from {@code deploy/}. */
    void remove(Actor by, long bundle);
}
