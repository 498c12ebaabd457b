/** The REST application of all domains: JSON, problems, sign-in by token, retries by key, OpenAPI, health. */
package io.amphora.web.core;
