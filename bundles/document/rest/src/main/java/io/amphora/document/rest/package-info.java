/** Documents of orders over REST. */
package io.amphora.document.rest;
