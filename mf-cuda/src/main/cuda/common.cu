// The kernels that every cell and size share.
#include "arrange.cuh"
#include "inputs.cuh"
#include "weight_gradients.cuh"
