package io.amphora.channel.api;

/** A channel could not be reached or did not make sense. It is asked again later. */
public class ChannelException extends Exception {
    private static final long serialVersionUID = 1L;

    public ChannelException(String message, Throwable cause) {
        super(message, cause);
    }
}
