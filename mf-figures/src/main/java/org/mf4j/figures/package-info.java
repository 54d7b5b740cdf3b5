/**
 * Pictures: what a picture is ({@link org.mf4j.figures.Picture}) and how it is written ({@link
 * org.mf4j.figures.Figure}). May depend on {@code org.mf4j.files}, JFreeChart and its SVG writer;
 * knows no particular picture.
 */
package org.mf4j.figures;
