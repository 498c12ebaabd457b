package io.amphora.returns.api;

/**
 * Which returns; each part may be null (any). The first that is there of order, customer and state leads to an index.
 *
 * @param open true: those at which something is left to do
 */
public record ReturnFilter(ReturnState state, Boolean open, Long orderId, Long customerId) {
    public static final ReturnFilter ALL = new ReturnFilter(null, null, null, null);

    public static ReturnFilter ofState(ReturnState state) {
        return new ReturnFilter(state, null, null, null);
    }

    public static ReturnFilter ofOrder(long orderId) {
        return new ReturnFilter(null, null, orderId, null);
    }

    public static ReturnFilter ofCustomer(long customerId) {
        return new ReturnFilter(null, null, null, customerId);
    }
}
