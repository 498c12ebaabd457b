/** Tracking links over REST, and the page behind them. */
package io.amphora.fulfilment.rest;
