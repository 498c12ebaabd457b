/** Orders of other systems, lived again as live ones. */
package io.amphora.transfer.core.replay;
