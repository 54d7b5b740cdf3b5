/**
 * The physics of the memristive neuron as plain numbers: rates, rescaling, integration and the
 * coefficients that one step needs. Depends on nothing but the JDK: no ND4J, no DL4J.
 */
package org.mf4j.dynamics;
