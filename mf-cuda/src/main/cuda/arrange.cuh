// Arrays on their way between the layouts of the host and those of the kernels.
#pragma once
#include "device.cuh"

// to[t,b,n] = from[t strideT + b strideB + n strideN]; 0 in the padding n >= N and, unless mask is null, where
// mask[t,b] is 0. Any launch.
extern "C" __global__ void arrange(const float* __restrict__ from, float* __restrict__ to,
                                   const float* __restrict__ mask, int T, int B, int N, int ld, long long strideT,
                                   long long strideB, long long strideN) {
  const size_t size = (size_t)T * B * ld, threads = (size_t)gridDim.x * blockDim.x;
  for (size_t at = (size_t)blockIdx.x * blockDim.x + threadIdx.x; at < size; at += threads) {
    const size_t m = at / ld;
    const long long n = at % ld, b = m % B, t = m / B;
    const bool there = n < N && (!mask || mask[m] != 0.f);
    to[at] = there ? from[t * strideT + b * strideB + n * strideN] : 0.f;
  }
}
