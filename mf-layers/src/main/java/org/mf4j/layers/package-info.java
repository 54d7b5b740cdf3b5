/** Placeholder. */
package org.mf4j.layers;
