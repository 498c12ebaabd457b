/** Returns over REST. */
package io.amphora.returns.rest;
