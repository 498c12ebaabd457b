/** Karaf's shell and management sign in against the users of Amphora. */
package io.amphora.identity.core.jaas;
