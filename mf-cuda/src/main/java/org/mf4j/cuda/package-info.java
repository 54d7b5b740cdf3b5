/**
 * CUDA: the engine that runs whole sequences on an NVIDIA GPU, through the driver alone. The
 * network stays on ND4J's CPU backend; weights, series, masks, states and gradients travel.
 */
package org.mf4j.cuda;
