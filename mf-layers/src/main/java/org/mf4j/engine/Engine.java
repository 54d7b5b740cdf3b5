package org.mf4j.engine;

/** What runs a recurrent layer of this library, by name. */
public enum Engine {
  /**
   * The best engine for the work at hand, which may change from call to call: CUDA where its module
   * claims the work, else FUSED for float networks on a CPU backend, else SAMEDIFF. The default.
   */
  AUTO,
  /** The definition: a SameDiff graph, differentiated by SameDiff; any backend, any precision. */
  SAMEDIFF,
  /** Whole sequences on float arrays; single precision on a CPU backend only. */
  FUSED,
  /** Whole sequences on an NVIDIA GPU, in the module mf-cuda. */
  CUDA
}
