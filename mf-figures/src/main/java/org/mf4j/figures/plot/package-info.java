/**
 * The kinds of plot that pictures are made of: lines and points, heat maps. Depends on {@code
 * org.mf4j.figures.style} and JFreeChart; knows no particular picture.
 */
package org.mf4j.figures.plot;
