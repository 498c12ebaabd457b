/** Commands {@code amphora:*} of Karaf's shell: the same use cases as in the console and over REST. */
package io.amphora.shell;
