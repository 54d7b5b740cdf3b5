/**
 * Tables as people have them: columns by name, a line per series or per step, a folder per class.
 * {@link org.mf4j.data.tables.TableColumns} says which column holds what; {@link
 * org.mf4j.data.tables.SeriesTable} and {@link org.mf4j.data.tables.ClassFolder} read.
 *
 * <p>May depend on {@link org.mf4j.data.series} and on {@link org.mf4j.data.text}, on nothing else.
 */
package org.mf4j.data.tables;
