// The gradients of the weights around the grid kernels: one tall product over all M = T B rows of (left side, dL/dv),
// split into shares of rows whose partial sums gather() adds in an order of its own. No atomics: the same bits always.
#pragma once
#include "device.cuh"

// part[s,a,n] = sum over the s-th share of the rows m of left[m,a] right[m,n]; rows are ld floats long; a, n < N. Tiles
// of 128 x 128, each of 256 threads has 8 x 8; the next 16 rows come while 16 are multiplied.
// Launch: ceil(N / 128) x ceil(N / 128) x shares blocks of 256 threads; shared memory [2][2][16][128] floats.
extern "C" __global__ void __launch_bounds__(256, 1)
    outer(const float* __restrict__ left, const float* __restrict__ right, float* __restrict__ part, int M, int N,
          int ld, int rowsPerShare) {
  SHARED(shared);
  const int a0 = blockIdx.x * 128, n0 = blockIdx.y * 128, ty = threadIdx.x / 16 * 4, tx = threadIdx.x % 16 * 4;
  const int from = blockIdx.z * rowsPerShare, to = min(M, from + rowsPerShare);
  const int row = threadIdx.x / 32, col = threadIdx.x % 32 * 4;
  float sum[8][8] = {};
  float4 l[2], r[2];
  const float4 zero = {0.f, 0.f, 0.f, 0.f};
  for (int m0 = from - 16, buffer = 1; m0 < to; m0 += 16, buffer ^= 1) {
    if (m0 + 16 < to)
      UNROLL for (int q = 0; q < 2; q++) {
        const int m = m0 + 16 + row + 8 * q;
        const size_t at = (size_t)m * ld + col;
        l[q] = m < to && a0 + col < ld ? *reinterpret_cast<const float4*>(left + at + a0) : zero;
        r[q] = m < to && n0 + col < ld ? *reinterpret_cast<const float4*>(right + at + n0) : zero;
      }
    if (m0 >= from) {
      const float* tile = shared + buffer * 4096;
      UNROLL for (int k = 0; k < 16; k++) {
        float a[8], b[8];
        UNROLL for (int q = 0; q < 2; q++) {
          const float* rows = tile + k * 128 + 64 * q;
          *reinterpret_cast<float4*>(a + 4 * q) = *reinterpret_cast<const float4*>(rows + ty);
          *reinterpret_cast<float4*>(b + 4 * q) = *reinterpret_cast<const float4*>(rows + 2048 + tx);
        }
        UNROLL for (int i = 0; i < 8; i++)
          UNROLL for (int j = 0; j < 8; j++) sum[i][j] = fmaf(a[i], b[j], sum[i][j]);
      }
    }
    if (m0 + 16 < to) {
      float* tile = shared + (buffer ^ 1) * 4096;
      UNROLL for (int q = 0; q < 2; q++) {
        *reinterpret_cast<float4*>(tile + (row + 8 * q) * 128 + col) = l[q];
        *reinterpret_cast<float4*>(tile + 2048 + (row + 8 * q) * 128 + col) = r[q];
      }
    }
    __syncthreads();
  }
  UNROLL for (int i = 0; i < 8; i++)
    UNROLL for (int j = 0; j < 8; j++) {
      const int a = a0 + i / 4 * 64 + ty + i % 4, n = n0 + j / 4 * 64 + tx + j % 4;
      if (a < N && n < N) part[((size_t)blockIdx.z * N + a) * N + n] = sum[i][j];
    }
}

// The same for the inputs and the bias: part[s,c,n] = sum of x[m,c] right[m,n], c <= nIn, x[m,nIn] = 1. A thread is a
// column n and 8 channels. Launch: ceil(N / blockDim.x) x ceil((nIn + 1) / 8) x shares.
extern "C" __global__ void outerInputs(const float* __restrict__ x, const float* __restrict__ right,
                                       float* __restrict__ part, int M, int nIn, int N, int ld, int rowsPerShare) {
  const int n = blockIdx.x * blockDim.x + threadIdx.x, c0 = blockIdx.y * 8;
  const int from = blockIdx.z * rowsPerShare, to = min(M, from + rowsPerShare);
  if (n >= N) return;
  float sum[8] = {};
  for (int m = from; m < to; m++) {
    const float d = right[(size_t)m * ld + n];
    UNROLL for (int q = 0; q < 8; q++) {
      const int c = c0 + q;
      if (c <= nIn) sum[q] = fmaf(c < nIn ? x[(size_t)m * nIn + c] : 1.f, d, sum[q]);
    }
  }
  UNROLL for (int q = 0; q < 8; q++)
    if (c0 + q <= nIn) part[((size_t)blockIdx.z * (nIn + 1) + c0 + q) * N + n] = sum[q];
}

// out[at] = sum over the shares: eight threads take every eighth share, one adds their sums.
// Launch: ceil(size / 32) blocks of 256 threads; shared memory [8][32] floats.
extern "C" __global__ void gather(const float* __restrict__ part, float* __restrict__ out, int size, int shares) {
  SHARED(sums);
  const int at = blockIdx.x * 32 + threadIdx.x % 32, q = threadIdx.x / 32;
  float sum = 0.f;
  if (at < size)
    UNROLL for (int s = q; s < shares; s += 8) sum += part[(size_t)s * size + at];
  sums[threadIdx.x] = sum;
  __syncthreads();
  if (q == 0 && at < size) {
    for (int k = 1; k < 8; k++) sum += sums[k * 32 + threadIdx.x];
    out[at] = sum;
  }
}
