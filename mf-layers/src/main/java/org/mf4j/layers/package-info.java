/**
 * The Deeplearning4j layers: configurations, their runtime, parameters and JSON. The mathematics is
 * in the cells, the loop in the engines. The only package of this module that knows DL4J; it may
 * depend on all others, none may depend on it.
 */
package org.mf4j.layers;
