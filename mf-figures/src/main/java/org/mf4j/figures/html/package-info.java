/**
 * Pages that show figures and tables and need no other file. May depend on {@link
 * org.mf4j.figures.Figure}; knows no result.
 */
package org.mf4j.figures.html;
