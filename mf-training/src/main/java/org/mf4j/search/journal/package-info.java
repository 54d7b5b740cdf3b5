/**
 * The file that keeps the trials of a search, so that one that was killed goes on where it was. May
 * depend on {@code org.mf4j.search} and on the JSON that ND4J brings.
 */
package org.mf4j.search.journal;
