/** Plain SQL inside the transactions of {@link io.amphora.platform.api.Tx}, for queues that JPA would only slow down. */
package io.amphora.platform.core.sql;
