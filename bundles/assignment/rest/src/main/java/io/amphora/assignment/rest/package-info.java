/** Assignment over REST. */
package io.amphora.assignment.rest;
