/** Small values that survive a restart. */
package io.amphora.platform.core.settings;
