package org.mf4j.engine.samediff;

import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gives a SameDiff session arrays of the workspace that is open. Memory management is most of the
 * cost of small operations; in a workspace an allocation is the increment of a pointer, and nothing
 * is released before the workspace closes.
 */
final class WorkspaceMemory extends AbstractMemoryMgr {
  @Override
  public INDArray allocate(boolean detached, DataType dataType, long... shape) {
    return Nd4j.createUninitialized(dataType, shape);
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
    return descriptor.isEmpty()
        ? Nd4j.create(descriptor)
        : Nd4j.createUninitialized(
            descriptor.dataType(), descriptor.getShape(), descriptor.getOrder());
  }

  @Override
  public void release(INDArray array) {
    // The workspace ends as a whole.
  }

  @Override
  public void close() {
    // The workspace ends as a whole.
  }
}
