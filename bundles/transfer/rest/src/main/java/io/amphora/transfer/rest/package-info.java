/** Imports over REST. */
package io.amphora.transfer.rest;
