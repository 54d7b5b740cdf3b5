/**
 * The BLAS library that ND4J brings: which of its kernels it multiplies by, and by how many
 * threads. Knows ND4J and OpenBLAS, and no engine.
 */
package org.mf4j.engine.blas;
