/**
 * Weka's {@code .arff} format as the UCR and UEA archives use it: {@link
 * org.mf4j.data.arff.ArffFile} reads a file. Weka's own reader is not used: it brings all of Weka,
 * under the GPL.
 *
 * <p>May depend on {@link org.mf4j.data.series} and on {@link org.mf4j.data.text}, on nothing else.
 */
package org.mf4j.data.arff;
