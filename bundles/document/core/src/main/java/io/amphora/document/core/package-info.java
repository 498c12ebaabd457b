/** Makes documents from templates, and keeps those issued. */
package io.amphora.document.core;
