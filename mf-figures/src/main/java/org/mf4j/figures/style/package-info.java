/**
 * How every picture looks: colours, fonts, axes and lines, in one place. Depends on JFreeChart
 * only; knows no data.
 */
package org.mf4j.figures.style;
