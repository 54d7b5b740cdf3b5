/**
 * A file of series in any format: the list of formats and their extensions. May depend on the
 * formats ({@link org.mf4j.data.ts}, {@link org.mf4j.data.ucr}, {@link org.mf4j.data.arff}) and
 * what they stand on ({@link org.mf4j.data.text}, {@link org.mf4j.data.series}).
 */
package org.mf4j.data.formats;
