package io.amphora.extension.rest;

/** @param on required; @param withDependents whether features that need it are switched off, too */
public record FeatureIn(Boolean on, Boolean withDependents) {
}
