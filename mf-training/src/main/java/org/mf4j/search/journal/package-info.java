/**
 * The file that keeps finished trials, so that a run that was killed goes on where it was. May
 * depend on {@code org.mf4j.search} and on the JSON that ND4J brings.
 */
package org.mf4j.search.journal;
