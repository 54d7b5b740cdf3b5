/** Placeholder. */
package org.mf4j.cli;
