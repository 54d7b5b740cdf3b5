/**
 * The Deeplearning4j layers: configurations, their runtime, parameters and JSON. The only package
 * that knows DL4J; the mathematics is in the cells, the loop in the engines.
 */
package org.mf4j.layers;
