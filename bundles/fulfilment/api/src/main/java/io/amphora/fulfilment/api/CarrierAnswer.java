package io.amphora.fulfilment.api;

/** Whether a carrier did it. @param message for people, null if there is nothing to say */
public record CarrierAnswer(boolean done, String message) {
    public static final CarrierAnswer DONE = new CarrierAnswer(true, null);
}
