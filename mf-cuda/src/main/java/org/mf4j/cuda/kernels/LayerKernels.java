package org.mf4j.cuda.kernels;

/** One family of kernels with the scratch memory of one layer. Arrays are device addresses. */
public interface LayerKernels {
  /** What a way forward leaves behind, each more than the one before. */
  enum Keep {
    /** The last states alone. */
    LAST,
    /** The states of all steps. */
    STATES,
    /** What {@link #backward} needs. */
    TAPE
  }

  /**
   * What goes in.
   *
   * @param size of the call
   * @param x {@code [T,B,nIn]}
   * @param weights s [RW; W; b] {@code [S,N]}
   * @param coefficients {@code [5,N]}, see cell.cuh
   * @param start h(0) {@code [B,N]}
   * @param mask {@code [T,B]}, or 0 for none
   */
  record Inputs(Size size, long x, long weights, long coefficients, long start, long mask) {}

  /**
   * What a way back starts with and ends in.
   *
   * @param epsilon dL/d activations {@code [T,B,N]}, or 0
   * @param epsilonOfLast dL/dh(T) {@code [B,N]}, or 0
   * @param begin the first step that gets a gradient
   * @param input takes dL/dx {@code [T,B,nIn]}
   * @param start takes dL/dh(0) {@code [B,N]}
   * @param weights takes dL/d weights {@code [S,N]}
   * @param constants takes the sums for learned constants {@code [5,N]}, or 0
   */
  record Ends(
      long epsilon,
      long epsilonOfLast,
      int begin,
      long input,
      long start,
      long weights,
      long constants) {}

  /**
   * Runs all steps.
   *
   * @param in the series and the weights
   * @param last takes h(T) {@code [B,N]}; another array than the start
   * @param keep what to leave behind
   */
  void forward(Inputs in, long last, Keep keep);

  /**
   * The states after the steps of the call of {@link #forward} before, if they were kept.
   *
   * @param in as there
   * @param cleared whether states of masked steps are 0, or as they are carried
   * @return {@code [T,B,N]}, valid until the next call
   */
  long states(Inputs in, boolean cleared);

  /**
   * Goes back through the call of {@link #forward} before.
   *
   * @param in as there
   * @param ends what comes in and goes out
   */
  void backward(Inputs in, Ends ends);

  /**
   * Looks whether all blocks did what they were to do; after a copy to the host.
   *
   * @throws org.mf4j.cuda.device.GpuException if one waited in vain for another
   */
  void verify();
}
