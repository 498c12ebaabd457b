/** What belongs to no subpackage: the platform's own entities, its clock and its texts. Nothing here is exported. */
package io.amphora.platform.core;
