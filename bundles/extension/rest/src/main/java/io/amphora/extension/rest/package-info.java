/** Features and bundles over REST. */
package io.amphora.extension.rest;
