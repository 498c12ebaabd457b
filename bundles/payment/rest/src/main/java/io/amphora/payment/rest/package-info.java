/** Payments and bank transfers over REST. */
package io.amphora.payment.rest;
