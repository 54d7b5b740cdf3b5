package org.mf4j.engine;

import java.util.Optional;

/**
 * Makes the engines of one kind. Found by {@link java.util.ServiceLoader}: a module that brings an
 * engine names its provider, a public class with a public constructor without arguments, in {@code
 * META-INF/services/org.mf4j.engine.EngineProvider}. Nothing else has to know of it: layers ask
 * {@link EngineChoice}, and {@link Engine#AUTO} asks every provider that is there.
 *
 * <p>What an engine must keep to, and the contract suite of the layers checks:
 *
 * <ul>
 *   <li><b>Arrays.</b> What {@link SequenceEngine} hands over are ND4J arrays of the network's
 *       backend, in the precision of the request: on a CPU backend they lie in host memory, and an
 *       engine with a memory of its own copies there and back within the call. Results are written
 *       into the arrays that the caller gives, all of them outside of every workspace of the
 *       engine; no array of a call may be kept after it, but for {@link SequenceRun#backward} of
 *       the run that it belongs to. Parameters change in place between calls, without notice.
 *   <li><b>Masks.</b> Where the mask is 0 a series keeps its state, emits 0, and its gradient
 *       passes the step unchanged.
 *   <li><b>States.</b> Series start at {@link Sequence#initialState}; the states after the last
 *       step go to {@link Sequence#lastState}, and {@link SequenceRun#isFinite} says whether they
 *       are numbers.
 *   <li><b>Gradients.</b> Of the activations, the last states or both ({@link StateGradients}),
 *       back over as many steps as asked for, to everything in {@link SequenceGradients}, which is
 *       overwritten.
 *   <li><b>Learned constants.</b> Beside W, RW and b the parameters hold the free numbers of {@link
 *       org.mf4j.cells.RecurrentCell#freeConstants}; their gradients are wanted too. A provider may
 *       refuse cells, or learned constants, by {@link #obstacle}.
 *   <li><b>Threads.</b> An engine serves one layer and is used by one thread at a time, but several
 *       layers may be at work at once, and a provider is asked by any thread.
 *   <li><b>Determinism.</b> The same input gives the same bits, on any number of threads and
 *       whatever else is running on the device.
 *   <li><b>Memory.</b> Nothing closes an engine: buffers are freed when it is no longer reachable.
 * </ul>
 */
public interface EngineProvider {
  /** {@return the engine that this provider makes; never AUTO} */
  Engine engine();

  /**
   * Why such a layer cannot run here: what the machine lacks (a device, a driver, a library), or
   * what the engine does not cover (the precision, the cell, its learned constants, the sizes).
   * Loads native libraries on the first call if need be; never throws because they are missing.
   *
   * @param layer the layer
   * @return the continuation of the sentence "engine = NAME: ..."; empty if the layer can run
   */
  Optional<String> obstacle(EngineRequest layer);

  /**
   * Whether {@link Engine#AUTO} should take this engine for a call. Asked before every call, where
   * there is no obstacle, so it must be quick, and depend on nothing but its arguments and the
   * machine: the same work is always run by the same engine.
   *
   * @param layer the layer
   * @param work the size of the call
   * @return why this engine is the better one; empty, the default, leaves the work to FUSED or
   *     SAMEDIFF
   */
  default Optional<String> claim(EngineRequest layer, Work work) {
    return Optional.empty();
  }

  /**
   * Makes the engine of one layer. Called only where there is no obstacle, and once per layer.
   *
   * @param layer the layer
   * @return the engine; {@link ObservableEngine} if it can show states without keeping them
   */
  SequenceEngine create(EngineRequest layer);
}
