/** Products over REST. */
package io.amphora.catalog.rest;
