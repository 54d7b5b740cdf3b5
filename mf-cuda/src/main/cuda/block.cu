// The block kernels of one cell and size, forwardBlock_CHUNKS_ROWS and backwardBlock_CHUNKS_ROWS: compiled with
// -DCELL=Euler|Exact|Leaky -DCHUNKS=1..5, one resource each, so that a driver compiles only what a layer needs.
//
// CHUNKS = 5 is for 128 < S <= 160 with N <= 128: 320 threads, of which the way back, over N <= 128 outputs, needs four
// chunks of weights; four series at once would leave it too few registers.
#include "block_backward.cuh"
#include "block_forward.cuh"

#define BLOCK_(CHUNKS_, BACK, ROWS, THREADS, BLOCKS)                                                               \
  extern "C" __global__ void __launch_bounds__(THREADS, BLOCKS) forwardBlock_##CHUNKS_##_##ROWS(                   \
      const float* x, const float* w, const float* coef, const float* h0, const float* mask, float* states,        \
      float* tape, float* last, int T, int B, int N, int nIn, int rescale) {                                       \
    forwardBlock<CELL, CHUNKS_, ROWS>(x, w, coef, h0, mask, states, tape, last, T, B, N, nIn, rescale);            \
  }                                                                                                                \
  extern "C" __global__ void __launch_bounds__(THREADS) backwardBlock_##CHUNKS_##_##ROWS(                          \
      const float* x, const float* w, const float* coef, const float* h0, const float* mask, const float* states,  \
      const float* tape, const float* eps, const float* epsLast, float* dx, float* dh0, float* weights,            \
      float* constants, int T, int B, int N, int nIn, int begin, int rescale) {                                    \
    backwardBlock<CELL, BACK, ROWS>(x, w, coef, h0, mask, states, tape, eps, epsLast, dx, dh0, weights, constants, \
                                    T, B, N, nIn, begin, rescale);                                                 \
  }
#define BLOCK(CHUNKS_, BACK, ROWS, THREADS, BLOCKS) BLOCK_(CHUNKS_, BACK, ROWS, THREADS, BLOCKS)

#if CHUNKS == 5
BLOCK(5, 4, 1, 320, 1)
BLOCK(5, 4, 2, 320, 1)
#else
BLOCK(CHUNKS, CHUNKS, 1, 256, 2)
BLOCK(CHUNKS, CHUNKS, 2, 256, 2)
BLOCK(CHUNKS, CHUNKS, 4, 256, 2)
#endif
