/** A demo business, made through the public APIs. */
package io.amphora.demo;
