package io.amphora.returns.api;

/** What a customer asks for. */
public enum ReturnKind {
    /** Goods come back. */
    RETURN,
    /** Something was missing, wrong or damaged; nothing has to come back. */
    CLAIM
}
