// The grid kernels of one cell and size, forwardGrid_CHUNKS_ROWS and backwardGrid_CHUNKS_ROWS: compiled with
// -DCELL=Euler|Exact|Leaky -DCHUNKS=1|2|4|8|16, one resource each. At CHUNKS = 16 a thread has registers for the
// weights to two neurons only, so the tiles are 16 neurons wide instead of 32.
#include "grid_backward.cuh"
#include "grid_forward.cuh"

#define GRID_(R, CHUNKS_, ROWS)                                                                                    \
  extern "C" __global__ void __launch_bounds__(256, 1) forwardGrid_##CHUNKS_##_##ROWS(                             \
      float* tape, const float* rw, const float* coef, const float* mask, float* states, int T, int B, int N,      \
      int rescale, unsigned* fault) {                                                                              \
    forwardGrid<CELL, R, CHUNKS_, ROWS>(tape, rw, coef, mask, states, T, B, N, rescale, fault);                    \
  }                                                                                                                \
  extern "C" __global__ void __launch_bounds__(256, 1) backwardGrid_##CHUNKS_##_##ROWS(                            \
      const float* tape, const float* rw, const float* coef, const float* mask, const float* states,               \
      const float* eps, const float* epsLast, float* dv, float* carry, float* dh0, float* constants, int T, int B, \
      int N, int begin, int rescale, unsigned* fault) {                                                            \
    backwardGrid<CELL, R, CHUNKS_, ROWS>(tape, rw, coef, mask, states, eps, epsLast, dv, carry, dh0, constants, T, \
                                         B, N, begin, rescale, fault);                                             \
  }
#define GRID(R, CHUNKS_, ROWS) GRID_(R, CHUNKS_, ROWS)

#if CHUNKS == 16
GRID(2, 16, 4)
#else
GRID(4, CHUNKS, 4)
GRID(4, CHUNKS, 8)
#endif
