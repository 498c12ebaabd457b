/** Locations and stock over REST. */
package io.amphora.inventory.rest;
