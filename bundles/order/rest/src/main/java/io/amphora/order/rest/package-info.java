/** Orders over REST. */
package io.amphora.order.rest;
