package io.amphora.order.api;

import io.amphora.common.Money;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says what placing orders would do, one after the other, and does nothing: they are checked by the same rules, and stock counts down from one to the next. Not thread-safe.
 *
 * @since 1.14
 */
@ProviderType
public interface OrderRehearsal {
    /**
     * As {@link OrderEntry#place}.
     *
     * @return what the order would come to
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is missing or wrong
     * @throws io.amphora.common.AmphoraException.Refused naming all lines that are short of stock
     */
    Money place(NewOrder order);

    /** The stock that was taken so far stays taken. */
    void keep();

    /** Gives back the stock that was taken since the last {@link #keep}. */
    void undo();
}
