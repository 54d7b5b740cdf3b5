/**
 * The kinds of plot that pictures are made of: lines and points, heat maps; and a chart of numbers
 * of one's own. Depends on {@code org.mf4j.figures.style}, {@code org.mf4j.figures} and JFreeChart;
 * knows no particular picture.
 */
package org.mf4j.figures.plot;
