package io.amphora.order.core;

/** A step of approval that a rule asks for. @param step in which order; @param role null if a person decides; @param hours null: never escalated */
record NeededStep(long ruleId, String rule, int step, String role, String person, Integer hours, String escalateTo) {
}
