/** Tables of plain text, for terminals. Depends on nothing. */
package org.mf4j.figures.text;
