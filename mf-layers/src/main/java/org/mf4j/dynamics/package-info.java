/**
 * The physics of the memristive neuron as plain numbers: rates, rescaling, and one step of eqs.
 * (7)-(12) by Euler's formula or exactly ({@link org.mf4j.dynamics.NeuronStep}), beside the
 * coefficients that its two translations, the graphs and the kernels of {@code org.mf4j.cells},
 * need. Depends on nothing but the JDK: no ND4J, no DL4J.
 */
package org.mf4j.dynamics;
