/**
 * The text format of the UCR archive, {@code .tsv} and {@code .txt}, and CSV files like it: {@link
 * org.mf4j.data.ucr.UcrFile} reads a file. The archive: Dau et al., <i>IEEE/CAA J. Autom. Sin.</i>
 * 6, 1293, 2019.
 *
 * <p>May depend on {@link org.mf4j.data.series} and on {@link org.mf4j.data.text}, on nothing else.
 */
package org.mf4j.data.ucr;
