// The products with the input weights, around the grid kernels.
#pragma once
#include "device.cuh"

// tape[m,n] = s (x W + b) for m < M = T B, 0 in the padding n >= N. Any launch.
extern "C" __global__ void project(const float* __restrict__ x, const float* __restrict__ w,
                                   const float* __restrict__ bias, float* __restrict__ tape, int M, int nIn, int N,
                                   int ld) {
  const size_t size = (size_t)M * ld, threads = (size_t)gridDim.x * blockDim.x;
  for (size_t at = (size_t)blockIdx.x * blockDim.x + threadIdx.x; at < size; at += threads) {
    const size_t m = at / ld;
    const int n = at % ld;
    float sum = 0.f;
    if (n < N) {
      sum = bias[n];
      for (int c = 0; c < nIn; c++) sum = fmaf(x[m * nIn + c], w[(size_t)c * N + n], sum);
    }
    tape[at] = sum;
  }
}

// dx[m,c] = sum over n of dv[m,n] w[c,n]. A warp per m.
extern "C" __global__ void inputGradient(const float* __restrict__ dv, const float* __restrict__ w,
                                         float* __restrict__ dx, int M, int nIn, int N, int ld) {
  const size_t m = ((size_t)blockIdx.x * blockDim.x + threadIdx.x) / 32;
  const int lane = threadIdx.x % 32;
  if (m >= M) return;
  for (int c = 0; c < nIn; c++) {
    float sum = 0.f;
    for (int n = lane; n < N; n += 32) sum = fmaf(dv[m * ld + n], w[(size_t)c * N + n], sum);
    UNROLL for (int o = 16; o; o >>= 1) sum += __shfl_xor_sync(~0u, sum, o);
    if (lane == 0) dx[m * nIn + c] = sum;
  }
}
