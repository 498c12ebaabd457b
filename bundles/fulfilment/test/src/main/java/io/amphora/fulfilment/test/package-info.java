/** Contract tests for carriers. */
package io.amphora.fulfilment.test;
