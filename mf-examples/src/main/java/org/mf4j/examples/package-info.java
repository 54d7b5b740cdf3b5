/** Placeholder. */
package org.mf4j.examples;
