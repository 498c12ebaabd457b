package io.amphora.identity.rest;

import io.amphora.common.Actor;
import java.util.List;

/** Who asks, and what it may do; {@code *} is everything. */
public record MeJson(String name, String displayName, List<String> permissions) {
    static MeJson of(Actor actor) {
        return new MeJson(actor.name(), actor.displayName(), actor.permissions().stream().sorted().toList());
    }
}
