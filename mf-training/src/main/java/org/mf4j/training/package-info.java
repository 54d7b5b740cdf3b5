/** Placeholder. */
package org.mf4j.training;
