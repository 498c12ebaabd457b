/** Users, passwords, tokens and sign-in, kept in the database. Entry points: {@link io.amphora.identity.core.JpaUsers}, {@link io.amphora.identity.core.ThrottledSignIn}. */
package io.amphora.identity.core;
