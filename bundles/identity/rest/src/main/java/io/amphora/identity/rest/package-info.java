/** Users, tokens and the own account over REST. */
package io.amphora.identity.rest;
