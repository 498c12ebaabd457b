/** Messages over REST. */
package io.amphora.notification.rest;
