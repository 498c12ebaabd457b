/** Runs the built distribution as a process of its own. */
package io.amphora.distribution.kit;
