/**
 * The matrices of ridge regression: products in blocks, the symmetric eigendecomposition, the
 * reduction to a band, and the resolvent (K + lambda I)<sup>-1</sup> of either for many lambdas.
 * May depend on ND4J, EJML and the threads of {@code org.mf4j.engine}.
 */
package org.mf4j.readout.algebra;
